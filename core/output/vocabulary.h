#pragma once

#include <cstdint>
#include <string_view>

// The closed words of what can be built in a page. What is not here cannot be expressed: there is
// no script, no style attribute, no event-handler attribute and no operation that takes markup.

namespace postlude::output {

// clang-format off

/// Elements a template may hold. Void elements (no content) are marked by `is_void`.
#define POSTLUDE_TAGS(X)                                                                        \
  X(Section, "section") X(Article, "article") X(Header, "header") X(Footer, "footer")           \
  X(Div, "div") X(P, "p") X(Span, "span") X(Strong, "strong") X(H2, "h2") X(H3, "h3")           \
  X(Ul, "ul") X(Ol, "ol") X(Li, "li") X(Dl, "dl") X(Dt, "dt") X(Dd, "dd") X(A, "a")             \
  X(Img, "img") X(Time, "time") X(Address, "address") X(Details, "details")                     \
  X(Summary, "summary") X(Form, "form") X(Fieldset, "fieldset") X(Legend, "legend")             \
  X(Label, "label") X(Input, "input") X(Textarea, "textarea") X(Button, "button") X(Del, "del")     \
  X(Svg, "svg") X(G, "g") X(Path, "path") X(Circle, "circle")  /* of SVG: these alone, and last */

/// Attributes. Those whose value is a URL take only a SafeUrl (`is_url`).
#define POSTLUDE_ATTRS(X)                                                                        \
  X(Href, "href") X(Src, "src") X(Action, "action") X(Alt, "alt") X(Id, "id") X(For, "for")      \
  X(Name, "name") X(Value, "value") X(Type, "type") X(Method, "method") X(Role, "role")          \
  X(Rel, "rel") X(Target, "target") X(Width, "width") X(Height, "height")                        \
  X(Loading, "loading") X(Decoding, "decoding") X(Datetime, "datetime") X(Disabled, "disabled")  \
  X(Required, "required") X(Checked, "checked") X(Maxlength, "maxlength") X(Rows, "rows")        \
  X(Hidden, "hidden") X(Open, "open") X(Autocomplete, "autocomplete") X(Tabindex, "tabindex")    \
  X(AriaLabel, "aria-label") X(AriaLabelledby, "aria-labelledby")                                \
  X(AriaDescribedby, "aria-describedby") X(AriaCurrent, "aria-current")                          \
  X(AriaBusy, "aria-busy") X(AriaPressed, "aria-pressed") X(AriaDisabled, "aria-disabled")       \
  X(AriaLive, "aria-live") X(AriaHidden, "aria-hidden")                 \
  X(Dir, "dir") X(State, "data-state") X(Status, "data-status") X(Kind, "data-kind")             \
  X(Arg, "data-arg") X(OnClick, "data-on-click") X(OnSubmit, "data-on-submit")     \
  X(ReferrerPolicy, "referrerpolicy") X(ViewBox, "viewBox") X(D, "d") X(Cx, "cx") X(Cy, "cy") X(R, "r")

/// Fixed attribute values.
#define POSTLUDE_TOKENS(X)                                                                        \
  X(Empty, "") X(True, "true") X(Step, "step") X(Polite, "polite") X(RoleStatus, "status")        \
  X(Button, "button") X(Submit, "submit") X(Hidden, "hidden") X(Radio, "radio") X(Text, "text")   \
  X(Post, "post") X(Lazy, "lazy") X(Async, "async") X(Off, "off") X(Auto, "auto")                 \
  X(NoReferrer, "noopener noreferrer") X(Blank, "_blank") X(List, "list") X(Group, "group")       \
  X(Done, "done") X(Current, "current") X(Ahead, "ahead") X(Attention, "attention")               \
  X(Idle, "idle") X(Busy, "busy") X(Good, "good") X(Bad, "bad") X(Stars, "stars")                 \
  X(Title, "title") X(Body, "text") X(LineId, "line_id") X(OrderToken, "order_token")             \
  X(Quote, "quote") X(Quantity, "quantity") X(VariantId, "variant_id") X(False, "false")          \
  X(RoleTimer, "timer") X(IdempotencyKey, "idempotency_key")                  \
  X(ReturnTo, "return_to") X(One, "1") X(Two, "2") X(Three, "3") X(Four, "4") X(Five, "5")        \
  X(N72, "72") X(N96, "96") X(N120, "120") X(N4000, "4000") X(MinusOne, "-1")                     \
  X(HeadingOrder, "postlude-order-heading") X(HeadingOffer, "postlude-offer-heading")             \
  X(HeadingTracking, "postlude-tracking-heading") X(HeadingReview, "postlude-review-heading")     \
  X(IdReviewTitle, "postlude-review-title") X(IdReviewText, "postlude-review-text") \
  X(RouteBox, "0 0 320 132") X(Checkbox, "checkbox") X(Consent, "consent") \
  X(Sponsored, "sponsored noopener noreferrer") X(SendNothing, "no-referrer")

/// What a shopper can do; the value of data-on-click and data-on-submit.
#define POSTLUDE_ACTIONS(X)       \
  X(AcceptOffer, "accept-offer")  \
  X(DeclineOffer, "decline-offer") \
  X(SendReview, "send-review")    \
  X(Retry, "retry")               \
  X(ChooseOffer, "choose-offer")  \
  X(UndoOffer, "undo-offer")      \
  X(OpenLink, "open-link")

/// Classes, each also exported as ::part of the same name, so that a shop can style it.
#define POSTLUDE_PARTS(X)                                                                          \
  X(Card, "card") X(Heading, "heading") X(Subheading, "subheading") X(Muted, "muted")              \
  X(Badge, "badge") X(Notice, "notice") X(Lines, "lines") X(Line, "line") X(Image, "image")        \
  X(Info, "info") X(Title, "title") X(Variant, "variant") X(Quantity, "quantity")                  \
  X(Price, "price") X(Totals, "totals") X(TotalRow, "total-row") X(TotalLabel, "total-label")      \
  X(TotalAmount, "total-amount") X(Facts, "facts") X(Fact, "fact") X(AddressBox, "address")        \
  X(Next, "next") X(Offers, "offers") X(Offer, "offer") X(Reason, "reason")                        \
  X(Description, "description") X(Before, "before") X(Breakdown, "breakdown")                      \
  X(Actions, "actions") X(Accept, "accept") X(Decline, "decline") X(Status, "status")              \
  X(Parcels, "parcels") X(Parcel, "parcel") X(ParcelHead, "parcel-head") X(Headline, "headline")   \
  X(Estimate, "estimate") X(Progress, "progress") X(Stage, "stage") X(StageName, "stage-name")     \
  X(Pace, "pace") X(Pickup, "pickup") X(Proof, "proof") X(Photo, "photo")                          \
  X(Todo, "todo") X(Carrier, "carrier") X(Timeline, "timeline") X(Checkpoint, "checkpoint")        \
  X(What, "what") X(Message, "message") X(Where, "where") X(When, "when") X(More, "more")          \
  X(MoreLabel, "more-label") X(Items, "items") X(Item, "item") X(Form, "form") X(Stars, "stars")   \
  X(Legend, "legend") X(Star, "star") X(StarInput, "star-input") X(StarLabel, "star-label")        \
  X(Field, "field") X(FieldLabel, "field-label") X(Input, "input") X(Textarea, "textarea")         \
  X(Submit, "submit") X(Link, "link") X(Retry, "retry") X(Visual, "visual") X(FormInline, "inline-form") \
  X(Choice, "choice") X(ChoiceLabel, "choice-label") X(Option, "option") X(Countdown, "countdown") \
  X(Undo, "undo") X(Connection, "connection") X(Route, "route") X(Map, "map")                      \
  X(Travelled, "travelled") X(Bound, "bound") X(Spot, "spot") X(Places, "places") X(Place, "place") \
  X(Tally, "tally") X(Consent, "consent")

// clang-format on

#define X(name, text) name,
enum class Tag : uint8_t { POSTLUDE_TAGS(X) };
enum class Attr : uint8_t { POSTLUDE_ATTRS(X) };
enum class Token : uint8_t { POSTLUDE_TOKENS(X) };
enum class UserAction : uint8_t { POSTLUDE_ACTIONS(X) };
enum class Part : uint8_t { POSTLUDE_PARTS(X) };
#undef X

#define X(name, text) text,
inline constexpr std::string_view kTagNames[] = {POSTLUDE_TAGS(X)};
inline constexpr std::string_view kAttrNames[] = {POSTLUDE_ATTRS(X)};
inline constexpr std::string_view kTokenTexts[] = {POSTLUDE_TOKENS(X)};
inline constexpr std::string_view kActionNames[] = {POSTLUDE_ACTIONS(X)};
inline constexpr std::string_view kPartNames[] = {POSTLUDE_PARTS(X)};
#undef X

constexpr bool is_void(Tag tag) { return tag == Tag::Img || tag == Tag::Input; }
/// Whether it is an element of SVG, which createElement cannot make.
constexpr bool is_svg(Tag tag) { return tag >= Tag::Svg; }
constexpr bool is_url(Attr attr) {
  return attr == Attr::Href || attr == Attr::Src || attr == Attr::Action;
}

}  // namespace postlude::output
