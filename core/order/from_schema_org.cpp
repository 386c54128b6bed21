#include "core/order/parse_order.h"
#include "core/order/source_fields.h"
#include "core/order/text_index.h"

// schema.org's Order (https://schema.org/Order, version 29, read 2026-11) as JSON-LD. Pages differ
// in how they nest it; whatever is not stated stays empty. An item's `offers` are what the shop
// asks today and not what was paid, so only the order's own `acceptedOffer` gives prices.

namespace postlude::order {
namespace {

using base::Currency;
using base::ErrorCode;
using base::JsonKind;
using base::JsonReader;
using base::JsonRef;

using Amount = std::optional<base::Money>;

constexpr uint32_t kMaxIdHops = 4;  // an @id that leads to an @id that leads to ...

// "Order", "schema:Order", "http://schema.org/Order" and "https://schema.org/Order" are one.
// Methods of payment and delivery are named in GoodRelations.
std::string_view local_name(std::string_view iri) {
  constexpr std::string_view kPrefixes[] = {"https://schema.org/",
                                            "http://schema.org/",
                                            "https://www.schema.org/",
                                            "http://www.schema.org/",
                                            "schema:",
                                            "http://purl.org/goodrelations/v1#"};
  for (const std::string_view prefix : kPrefixes) {
    if (iri.starts_with(prefix)) return iri.substr(prefix.size());
  }
  return iri;
}

bool is_a(JsonRef node, std::string_view type) {
  const JsonRef stated = node["@type"];
  if (stated.is_string()) return local_name(stated.text()) == type;
  if (!stated.is_array()) return false;
  for (const JsonRef one : stated) {
    if (one.is_string() && local_name(one.text()) == type) return true;
  }
  return false;
}

/// The nodes of a page's JSON-LD: where the order is, and what an `@id` stands for.
class Graph {
 public:
  explicit Graph(JsonRef root) { collect(root); }

  JsonRef order() const { return order_; }
  /// The invoice that the order was found in; Missing when it stands for itself.
  JsonRef invoice() const { return invoice_; }

  /// Returns the node that `ref` stands for when it is nothing but {"@id": ...}, else `ref` itself.
  JsonRef resolved(JsonRef ref) const {
    for (uint32_t hop = 0; hop < kMaxIdHops; ++hop) {
      if (!ref.is_object() || !ref["@id"].is_string() || ref.size() != 1) break;
      const uint32_t found = index_.find(ref["@id"].text());
      if (found == TextIndex::kNone) break;
      ref = nodes_[found];
    }
    return ref;
  }

  JsonRef member(const JsonRef& object, const char* key) const { return resolved(object[key]); }

 private:
  // Visits the nodes of one value in document order. An order on its own goes before one that an
  // invoice refers to.
  void collect(JsonRef value) {
    if (value.is_array()) {
      for (const JsonRef item : value) collect(item);
    }
    if (!value.is_object()) return;
    const JsonRef id = value["@id"];
    if (id.is_string() && value.size() > 1) {
      index_.add(id.text(), static_cast<uint32_t>(nodes_.size()));
      nodes_.push_back(value);
    }
    if (is_a(value, "Order") && (!order_.exists() || invoice_.exists())) {
      order_ = value;
      invoice_ = {};
    }
    if (is_a(value, "Invoice") && !order_.exists()) {
      const JsonRef first = first_of_one_or_many(value["referencesOrder"]);
      if (first.is_object()) {
        order_ = first;
        invoice_ = value;
      }
    }
    collect(value["@graph"]);
    collect(value["mainEntity"]);
  }

  static JsonRef first_of_one_or_many(JsonRef value) {
    return value.is_array() ? value.at(0) : value;
  }

  std::vector<JsonRef> nodes_;
  TextIndex index_;
  JsonRef order_;
  JsonRef invoice_;
};

/// Reads one order. A member may be a text where the vocabulary has a thing, one thing or many.
class Reader {
 public:
  Reader(JsonReader& in, const Graph& graph) : in_(in), graph_(graph) {}

  Order read();

 private:
  std::string text_of(const JsonRef& object, const char* key, const char* inner = "name") {
    const JsonRef value = graph_.member(object, key);
    const JsonRef stated = value.is_object() ? value[inner] : value;
    const bool plain = stated.is_string() || stated.kind() == JsonKind::Number;
    return plain ? std::string(stated.text()) : std::string();
  }

  Currency currency_of(JsonRef object) {
    const JsonRef code = object["priceCurrency"];
    return code.is_string() ? read_currency(in_, object, "priceCurrency") : Currency{};
  }

  // One or many, each behind its @id.
  template <class Visit>
  void each(const JsonRef& object, const char* key, Visit visit) {
    const JsonRef value = object[key];
    if (!value.is_array()) {
      if (value.exists() && !value.is_null()) visit(graph_.resolved(value));
      return;
    }
    for (const JsonRef item : value) visit(graph_.resolved(item));
  }

  void find_currency(JsonRef root);
  void read_product(JsonRef product, LineItem& line);
  void read_offer_line(JsonRef offer);
  void read_item_line(JsonRef item);
  void read_lines(JsonRef root);
  void read_totals(JsonRef root);
  void read_address(JsonRef root);
  void read_state(JsonRef root);
  base::SafeUrl image_of(JsonRef product);

  JsonReader& in_;
  const Graph& graph_;
  Order order_;
};

void Reader::find_currency(JsonRef root) {
  const auto take = [&](JsonRef node) {
    if (!order_.currency.known()) order_.currency = currency_of(node);
  };
  take(root);
  each(root, "priceSpecification", take);
  each(root, "acceptedOffer", [&](JsonRef offer) {
    take(offer);
    each(offer, "priceSpecification", take);
  });
  each(root, "partOfInvoice", [&](JsonRef invoice) { each(invoice, "totalPaymentDue", take); });
  each(graph_.invoice(), "totalPaymentDue", take);
}

base::SafeUrl Reader::image_of(JsonRef product) {
  base::SafeUrl image;
  each(product, "image", [&](JsonRef one) {
    if (!image.empty()) return;
    const JsonRef url = one["contentUrl"].exists() ? one["contentUrl"] : one["url"];
    image = base::safe_url(one.is_string() ? one.text() : url.text());
  });
  return image;
}

void Reader::read_product(JsonRef product, LineItem& line) {
  if (product.is_string()) line.title = std::string(product.text());
  if (!product.is_object()) return;
  line.title = first_of(text_of(product, "name"), text_of(product, "description"));
  line.sku = text_of(product, "sku");
  line.product_id = first_of(text_of(product, "productID"), line.sku);
  line.url = base::safe_url(product["url"].text());
  line.image_url = image_of(product);
  line.variant = join({text_of(product, "color"), text_of(product, "size")}, " / ");
  const std::string category = text_of(product, "category");
  if (!category.empty()) line.categories.push_back(category);
  if (is_a(product, "Service")) line.requires_shipping = false;
}

void Reader::read_offer_line(JsonRef offer) {
  LineItem line;
  const JsonRef product = graph_.member(offer, "itemOffered");
  read_product(product, line);
  if (line.title.empty()) line.title = text_of(offer, "name");
  if (line.title.empty()) in_.fail(ErrorCode::MissingField, offer, "itemOffered");
  line.id = text_of(offer, "serialNumber");
  line.sku = first_of(line.sku, text_of(offer, "sku"));
  const JsonRef quantity = graph_.member(offer, "eligibleQuantity");
  line.quantity = quantity.is_object() ? read_quantity(in_, quantity, "value", 1)
                                       : read_quantity(in_, offer, "eligibleQuantity", 1);
  const JsonRef specification = graph_.member(offer, "priceSpecification");
  const JsonRef priced = offer["price"].exists() ? offer : specification;
  const Currency own = currency_of(priced);
  if (priced.is_object() && (!own.known() || own == order_.currency) && order_.currency.known()) {
    line.unit_price = read_amount(in_, priced, "price", order_.currency);
  }
  order_.lines.push_back(std::move(line));
}

// A Product or Service, or an OrderItem around one.
void Reader::read_item_line(JsonRef item) {
  LineItem line;
  if (is_a(item, "OrderItem")) {
    read_product(graph_.member(item, "orderedItem"), line);
    if (line.title.empty())
      line.title = first_of(text_of(item, "name"), text_of(item, "description"));
    line.id = text_of(item, "orderItemNumber");
    line.quantity = read_quantity(in_, item, "orderQuantity", 1);
  } else {
    read_product(item, line);
  }
  if (line.title.empty()) in_.fail(ErrorCode::MissingField, item, "name");
  order_.lines.push_back(std::move(line));
}

// Offers name what was accepted with its price; where they name nothing, the items are the lines,
// and the price of one offer is that of the one item.
void Reader::read_lines(JsonRef root) {
  bool named = false;
  size_t offers = 0;
  JsonRef offer;
  each(root, "acceptedOffer", [&](JsonRef one) {
    named = named || graph_.member(one, "itemOffered").exists();
    offer = one;
    ++offers;
  });
  if (named) {
    each(root, "acceptedOffer", [&](JsonRef one) { read_offer_line(one); });
  } else {
    each(root, "orderedItem", [&](JsonRef one) { read_item_line(one); });
    const Currency own = currency_of(offer);
    const bool ours = order_.currency.known() && (!own.known() || own == order_.currency);
    if (order_.lines.size() == 1 && offers == 1 && ours) {
      order_.lines[0].unit_price = read_amount(in_, offer, "price", order_.currency);
    }
  }
  for (LineItem& line : order_.lines) {
    if (line.id.empty()) line.id = line.sku;
  }
  settle_line_ids(order_.lines);
}

void Reader::read_totals(JsonRef root) {
  if (!order_.currency.known()) return;
  if (root["discountCurrency"].text().empty() ||
      root["discountCurrency"].text() == order_.currency.text()) {
    const Amount discount = read_amount(in_, root, "discount", order_.currency);
    if (discount) {
      add_row(order_, TotalKind::Discount, taken_off(*discount), WhenZero::Hide,
              text_of(root, "discountCode"));
    }
  }
  const JsonRef specification = graph_.member(root, "priceSpecification");
  const JsonRef priced =
      root["price"].exists() || !specification.is_object() ? root : specification;
  const Currency own = currency_of(priced);
  if (!own.known() || own == order_.currency) {
    add_row(order_, TotalKind::Total, read_amount(in_, priced, "price", order_.currency),
            WhenZero::Show);
  }
}

void Reader::read_address(JsonRef root) {
  const JsonRef delivery = graph_.member(root, "orderDelivery");
  order_.shipping_method = local_name(text_of(delivery, "hasDeliveryMethod"));
  const JsonRef ref = graph_.member(delivery, "deliveryAddress");
  if (!ref.is_object()) return;
  Address& address = order_.shipping_address;
  address.name = text_of(ref, "name");
  const std::string street = text_of(ref, "streetAddress");
  if (!street.empty()) address.lines.push_back(street);
  address.city = text_of(ref, "addressLocality");
  address.region = text_of(ref, "addressRegion");
  address.postcode = text_of(ref, "postalCode");
  address.country = text_of(ref, "addressCountry");
}

struct NamedStatus {
  std::string_view name;
  PaymentStatus status;
};

// https://schema.org/PaymentStatusType and the one OrderStatus that tells of money, read 2026-11.
constexpr NamedStatus kPaymentStatuses[] = {
    {"PaymentComplete", PaymentStatus::Paid},
    {"PaymentAutomaticallyApplied", PaymentStatus::Paid},
    {"PaymentDue", PaymentStatus::Pending},
    {"PaymentPastDue", PaymentStatus::Pending},
    {"PaymentDeclined", PaymentStatus::Failed},
    {"OrderPaymentDue", PaymentStatus::Pending},
};

void Reader::read_state(JsonRef root) {
  const std::string status = text_of(root, "orderStatus", "@id");
  order_.cancelled_some_time = local_name(status) == "OrderCancelled";
  const JsonRef invoice = graph_.member(root, "partOfInvoice");
  const JsonRef paid_by = invoice.is_object() ? invoice : graph_.invoice();
  const std::string payment = first_of(text_of(paid_by, "paymentStatus", "@id"), status);
  for (const NamedStatus& row : kPaymentStatuses) {
    if (row.name == local_name(payment)) order_.payment_status = row.status;
  }
}

Order Reader::read() {
  const JsonRef root = graph_.order();
  order_.number = first_of(text_of(root, "orderNumber"), text_of(root, "confirmationNumber"));
  if (order_.number.empty()) in_.fail(ErrorCode::MissingField, root, "orderNumber");
  order_.id = order_.number;
  order_.created_at = in_.optional_time(root, "orderDate");
  find_currency(root);
  const JsonRef customer = graph_.member(root, "customer");
  order_.customer.first_name = text_of(customer, "givenName");
  order_.customer.email = text_of(customer, "email");
  read_state(root);
  read_lines(root);
  read_totals(root);
  read_address(root);
  const std::string method =
      first_of(text_of(root, "paymentMethod"), text_of(root, "paymentMethodId"));
  order_.payment_method = local_name(method);
  each(root, "discountCode", [&](JsonRef code) {
    if (code.is_string() && !code.text().empty()) order_.coupons.emplace_back(code.text());
  });
  order_.status_url = base::safe_url(text_of(root, "url", "@id"));
  return std::move(order_);
}

}  // namespace

base::Result<Order> from_schema_org(JsonRef document) {
  JsonReader in;
  const Graph graph(document);
  if (!graph.order().exists()) in.fail(ErrorCode::NoOrder, document);
  if (in.failed()) return in.error();
  Order order = Reader(in, graph).read();
  if (in.failed()) return in.error();
  return order;
}

}  // namespace postlude::order
