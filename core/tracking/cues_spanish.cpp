#include "core/tracking/cues.h"

namespace postlude::tracking {
namespace {

using S = ShipmentStatus;
using Sub = SubStatus;
using enum CueKind;

// As Correos, SEUR, MRW, Nacex, Estafeta, Correo Argentino, Andreani and Servientrega word their
// scans; own collection, 2026-11.
constexpr Cue kCues[] = {
    // ---- Spanish ----
    {S::Unknown, Sub::None, 0,
     "por favor|en caso|cuando|recuerda*|puede consultar|siempre que|para mas|"
     "si no|si el|si la|si usted|si tienes|si estas|si nadie",
     Aside},
    {S::Unknown, Sub::None, 0,
     "direccion de entrega|oficina de entrega|centro de entrega|unidad de reparto|"
     "centro de reparto|etiqueta de devolucion|datos de entrega|zona de entrega|"
     "no devuelto|sin danos|intento de entrega programado|unidad de distribucion|"
     "centro de distribucion",
     Silent},
    {S::InTransit, Sub::None, kWeak,
     "sera _ entregad*|ser entregad*|se entregara|entrega prevista|entrega estimada|entrega _ "
     "prevista|prevista para|previsto para|fecha de entrega|preparado para _ entrega|listo para _ "
     "entrega|lista para _ entrega|listo para ser entregad*|preparando _ entrega|pendiente de "
     "entrega|por entregar|entrega programada|aun no _ entregad*|todavia no _ entregad*|unidad de "
     "reparto|centro de reparto|centro de distribucion|proxima entrega|pronto sera|listo para "
     "reparto|preparado para reparto|para ser entregad*|disponible para _ entrega|en centro de "
     "distribucion",
     Firm},
    {S::OutForDelivery, Sub::None, kOutCue,
     "sera entregad* hoy|se entregara hoy|entrega hoy|llegara hoy|llega hoy|entrega prevista hoy|"
     "entregaremos hoy",
     Firm},
    {S::LabelCreated, Sub::None, kAnnounced,
     "prerregistrad*|pre registrad*|preregistrad*|prerregistro|pre admision|preadmision|admision "
     "pendiente|informacion _ recibida|recibido _ informacion|hemos recibido la informacion _ "
     "envio|recibido _ datos|informacion _ enviada|datos _ recibidos|etiqueta|guia generada|guia "
     "creada|guia impresa|envio creado|envio "
     "registrado|registrad*|grabado|documentado|documentada|pendiente de recogida|pendiente de "
     "recoleccion|a la espera de|esperando _ paquete|aun no _ recibido|pendiente de "
     "recepcion|pendiente de admision|recogida programada|recoleccion programada|recogida "
     "solicitada|recogida asignada|anunciado|preaviso|notificacion electronica|informacion "
     "electronica|todavia no _ recibido|orden creada|generado|esperando recoleccion|por "
     "recolectar|por recoger en origen|en preparacion por _ remitente|vendedor _ "
     "preparando|preparando _ envio|remitente _ preparando|sera recogido por _ transportista|envio "
     "prerregistrado|pendiente de ser depositado|espera de ser depositado|no ha sido "
     "depositado|pendiente de ingreso|preimposicion|pre imposicion|preimpuesto|sin ingreso|aun no "
     "ingresa*",
     Firm},
    {S::Pending, Sub::None, kPendingCue,
     "pedido recibido|pedido confirmado|pedido en preparacion|preparando tu pedido|"
     "preparando su pedido|orden recibida|pago aprobado|empaquetado|en preparacion|"
     "sin informacion|pedido realizado|pedido procesado|compra confirmada|pendiente"},
    {S::PickedUp, Sub::AcceptanceScan, kTried + 1,
     "recoleccion en oficina|ingreso a la red|retirado del domicilio del remitente|retirado del "
     "domicilio",
     Firm},

    {S::PickedUp, Sub::AcceptanceScan, kTaken,
     "entrego _ paquete al transportista|entrego _ transportista|entregado _ al "
     "transportista|vendedor entrego|entrego el paquete al|ha recogido _ origen|recogido _ en "
     "origen|ha recogido _ envio en "
     "origen|recogid*|recolectad*|admitid*|admision|aceptad*|depositad*|imposicion|impuesto "
     "en|recibido por _ transportista|recibido en origen|recibido en la oficina de origen|recibido "
     "por correos|ingresad*|ingreso al correo|retirado del vendedor|entregado al "
     "transportista|entregado a _ transportista|entregado al correo|entregado al "
     "operador|entregado a la transportadora|recepcion del envio|recogida realizada|recoleccion "
     "exitosa|recoleccion realizada|recogida efectuada|despachado por el "
     "vendedor|enviado|enviada|en poder de _ transportista|en nuestro poder|recibimos _ paquete|ya "
     "tenemos tu|hemos recibido _ envio|hemos recibido _ paquete|recogido en origen|recogido del "
     "remitente|recolectado en origen|expedido por el remitente|envio admitido|recepcionad* en "
     "sucursal|recepcionad* en origen|recepcionad*|recibid* en sucursal de origen|recogimos|hemos "
     "recogido|recolectamos|recoleccion en oficina|recoleccion|retirado del domicilio|retirado del "
     "remitente|retirado de origen|ingreso a la red|ingresado a la red|ingreso a nuestra red"},
    {S::InTransit, Sub::None, kMoving,
     "en viaje|viaje a|en almacen de|ruta a destino|en conduccion|en transito|transito|en "
     "camino|en ruta|clasificad*|clasificacion|procesad*|procesamiento|en proceso|en "
     "traslado|trasladad*|traslado|transporte|en curso|despachad*|despacho|en movimiento|en "
     "delegacion|en la delegacion|en plataforma|nave|consolidado|cargad*|descargad*|reexpedid*|en "
     "centro logistico|en tramite|en bodega|en terminal|en hub|viajando|en red|en plaza|centro "
     "operativo|encaminad*|en nuestras instalaciones|en la unidad|en sucursal de destino|centro de "
     "clasificacion"},
    {S::InTransit, Sub::ArrivedAtFacility, kMoving + 2,
     "llegada|llego|ha llegado|arribo|arribado|recibido en|llegado|ingreso a|ingreso al "
     "centro|entrada en|recibido en _ delegacion|recibido en _ centro|llego a|arribo a|entrado "
     "en|alcanzado|recepcionad* en _ destino|recepcionad* en _ centro|recepcionad* en _ "
     "planta|recepcionad* en hub"},
    {S::InTransit, Sub::DepartedFacility, kMoving + 2,
     "salida|salio|ha salido|partio|despachado de|salida de|enviado a|abandona|salido de|partida|"
     "dejo el|enviado desde|ha dejado"},
    {S::InTransit, Sub::ArrivedInDestinationCountry, kMoving + 4,
     "pais de destino|al pais destino|pais destino"},
    {S::InTransit, Sub::CustomsStarted, kMoving + 3,
     "aduan*|tramite aduanero|despacho aduanero|proceso aduanero|aduanero"},
    {S::InTransit, Sub::CustomsCleared, kMoving + 6,
     "liberad* _ aduan*|liberado por _ aduana|salida de _ aduana|despacho _ finalizado|"
     "despachado de aduana|despachado por aduana|aduana _ finalizad*|aduana _ completad*|"
     "aduan* superad*|nacionalizad*|levante|despacho aduanero _ completado|"
     "liberacion aduan*|desaduan*|aduana _ liberad*|despacho de aduana realizado|"
     "salio de aduana|aduaner* _ completad*|aduaner* _ finalizad*"},
    {S::InTransit, Sub::HandedToLocalCarrier, kMoving + 17,
     "entregado a _ operador local|transferido a _ transportista|entregado a _ socio|"
     "entregado al transportista local|transportista local|agencia colaboradora|"
     "entregado a _ empresa de reparto|cedido a|entregado al colaborador",
     Firm},
    {S::InTransit, Sub::Forwarded, kMoving + 6,
     "reenviad*|redirigid*|redireccionad*|reexpedicion|nueva direccion|desviad*|cambio de "
     "direccion"},
    {S::InTransit, Sub::Missorted, kMoving + 8,
     "mal clasificado|error de clasificacion|mal encaminad*|mal enviad*|extravio de ruta|"
     "mal dirigid*|mal transitad*"},
    {S::InTransit, Sub::AppointmentMade, kMoving + 5,
     "entrega concertada|cita _ concertada|reprogramad*|entrega reprogramada|nueva fecha|"
     "cita de entrega|entrega concertada|segundo intento|nuevo intento|entrega acordada|"
     "nueva entrega|entrega aplazada a peticion|fecha concertada|concertad*",
     Firm},
    {S::OutForDelivery, Sub::None, kOutCue,
     "en reparto|en entrega|salio a reparto|salio a entrega|salio para entrega|sale a reparto|en "
     "proceso de entrega|en ruta de entrega|repartidor|mensajero|cartero|con el repartidor|en "
     "camino a tu domicilio|en camino a su domicilio|en distribucion domiciliaria|salida a "
     "reparto|en reparto|ha salido a reparto|salido a reparto|salida para entrega|salio a ruta|en "
     "ruta para entrega|en ruta de reparto|en ruta hacia el destinatario|en camino al "
     "destinatario|salio para ser entregado|en poder del cartero|cargado en _ vehiculo|vehiculo de "
     "reparto|en vehiculo|unidad de entrega|entrega en curso|en curso de entrega|saliendo a "
     "entrega|salio con el repartidor|en reparto a domicilio|en camion de entrega|proceso de "
     "reparto|en zona de reparto|salio a distribucion|en camino a entregar|en camino hacia "
     "ti|conductor|tu conductor|el conductor|transportista va en camino|repartidor va en "
     "camino|hoy llega|llega hoy|llegara hoy|recibiras hoy|hoy recibes|hoy entregamos|en "
     "distribucion|mensajero en camino|esta llegando",
     Firm},
    {S::ReadyForPickup, Sub::None, kWaiting,
     "puedes pasar|ya esta en _ tienda|pasar a recogerlo|recogerlo|esta en tu "
     "punto|recogelo|retirarlo|te espera|disponible para _ recogida|disponible para retiro|listo "
     "para retirar|lista para retirar|listo para recoger|para recoger|a disposicion|disponible "
     "en|retirar en|recoger en|en sucursal para|en espera de ser recogid*|espera de "
     "recogida|pendiente de retiro|pendiente de recogida por el destinatario|puedes retirar|puedes "
     "recoger|puede retirar|puede recoger|entregado en punto|entregado en _ punto|depositado en _ "
     "punto|listo para ser retirado|espera en sucursal|listo para ser recogid*|en "
     "consigna|disponible para ser retirado|listo para el retiro|espera de ser retirad*|disponible "
     "_ oficina|ya puede pasar|entregado en tienda|estacionad* en oficina|depositado en "
     "citypaq|depositad* en _ citypaq/taquilla/casillero/locker|depositad* en oficina para|espera "
     "de recogida por el|recogida por el cliente|recogida por el destinatario|te espera en"},
    {S::ReadyForPickup, Sub::None, kWaiting + 1, "espera de recogida por _ cliente/destinatario",
     Firm},

    {S::ReadyForPickup, Sub::None, kPlaceOfPickup,
     "en punto de entrega|punto de recogida|punto de conveniencia|punto pack|en oficina|citypaq|"
     "casillero|taquilla|punto de retiro"},
    {S::AttemptFailed, Sub::None, kTried,
     "no entregad*|no _ entregad*|no ha podido|no se pudo|no pudo|no pudimos|no fue posible|"
     "no hemos podido|intento de entrega|intento fallido|intentos de entrega|entrega fallida|"
     "fallid*|entrega no realizada|entrega no efectuada|entrega no exitosa|no exitosa|"
     "imposible entregar|imposibilidad de entrega|intentamos entregar|no ha sido posible|"
     "no ha sido entregad*|entrega infructuosa|visita|"
     "no se ha podido|no entregado|primer intento|visitado|entrega no posible|"
     "incidencia en _ entrega|sin exito",
     Firm},
    {S::AttemptFailed, Sub::RecipientAbsent, kTried + 2,
     "ausente|ausencia|nadie en|no habia nadie|destinatario ausente|no se encontraba|no "
     "estaba|nadie _ domicilio|no contesta|no responde|no hay nadie|no habia|nadie para|sin "
     "moradores|no se encontro a nadie|domicilio cerrado|nadie|no estabas|no estabas en "
     "casa|volveremos manana|destinatario no localizado|no localizado|no te encontramos|no "
     "encontramos a nadie",
     Firm},
    {S::AttemptFailed, Sub::BusinessClosed, kTried + 3,
     "cerrad*|negocio cerrado|empresa cerrada|comercio cerrado|local cerrado|establecimiento "
     "cerrado",
     Firm},
    {S::AttemptFailed, Sub::AccessDenied, kTried + 3,
     "sin acceso|acceso denegado|acceso restringido|zona peligrosa|no se puede acceder|"
     "imposible acceder|zona de riesgo",
     Firm},
    {S::AttemptFailed, Sub::NoticeLeft, kTried + 1,
     "aviso dejado|dejado aviso|aviso de visita|se dejo aviso|aviso de llegada|avisado|"
     "aviso de paso|dejo aviso",
     Firm},
    {S::Delayed, Sub::None, kLate, "retras*|demor*|aplazad*|pospuest*|retard*|atrasad*", Says},
    {S::Delayed, Sub::WeatherDelay, kLate + 1,
     "clima*|meteorolog*|condiciones climaticas|temporal|mal tiempo|nevada|climatologi*"},
    {S::Delayed, Sub::ExternalDelay, kLate, "huelga|paro|fuerza mayor|festivo|bloqueo"},
    {S::Delayed, Sub::CustomsDelay, kLate + 2, "retras* _ aduan*|demor* _ aduan*"},
    {S::OnHold, Sub::Held, kHeldCue,
     "retenid*|detenid*|en espera|bloquead*|en custodia|en almacen|almacenad*|estacionad*|en "
     "espera de instrucciones|a la espera de instrucciones|requiere _ accion|requiere "
     "informacion|pendiente de solucion|pendiente de instrucciones|confirmes|necesitamos "
     "que|confirma tu direccion|necesitamos"},
    {S::OnHold, Sub::CustomsDelay, kHeldCue + 1,
     "retenid* _ aduan*|detenid* _ aduan*|aduan* _ retenid*"},
    {S::OnHold, Sub::PaymentNeeded, kHeldCue + 4,
     "pendiente de pago|pago pendiente|pago requerido|pago de impuestos|pago de aranceles|"
     "impuestos por pagar|esperando _ pago|espera de pago|abonar|tasas|arancel*|impuestos"},
    {S::OnHold, Sub::DocumentsNeeded, kHeldCue + 4,
     "falta* _ documentacion|documentacion pendiente|documentos faltantes|falta factura|"
     "documentacion incompleta|documentacion requerida|falta* _ documentos|"
     "pendiente de documentacion|espera de documentacion"},
    {S::OnHold, Sub::CustomsInformationNeeded, kHeldCue + 5, "informacion _ aduan*|datos _ aduan*"},
    {S::Delivered, Sub::None, kHandedOver,
     "lo recibio|la recibio|entregad*|entrega realizada|entrega exitosa|entrega "
     "efectuada|entregado al "
     "destinatario|entrega completada|entrega satisfactoria|entregado en domicilio|entregado a "
     "domicilio|recibido por el destinatario|recibido por el cliente|entrega "
     "confirmada|entregada|ya lo entregamos|lo entregamos|lo dejamos|entregamos tu|te lo "
     "entregamos|ya esta en tus manos|ha llegado ya lo"},
    {S::Delivered, Sub::Signed, kHandedOver + 1, "firmad*|firmado por"},
    {S::Delivered, Sub::CollectedByCustomer, kWaiting + 4,
     "retirado por _ destinatario|retirado por _ cliente|recogido por _ destinatario|"
     "recogido por _ cliente|recogido en oficina|retirado en sucursal|retirado por el titular|"
     "entregado en oficina|entregado en sucursal|entregado en ventanilla|retirado de|"
     "recogido en _ punto|recogido en _ oficina|retirado en _ punto|retirado en _ sucursal|"
     "destinatario ha recogido|cliente ha recogido|has recogido|has retirado|retirado por",
     Firm},
    {S::Delivered, Sub::LeftWithNeighbour, kHandedOver + 2, "vecin*"},
    {S::Delivered, Sub::LeftAtSafePlace, kHandedOver + 3,
     "buzon|lugar seguro|en buzon|porteria|conserje|recepcion del edificio|portero|en la puerta"},
    {S::Delivered, Sub::CashOnDelivery, 2, "contra reembolso|contrareembolso|reembolso", Colours},
    {S::Exception, Sub::None, kWrong - 12, "incidencia|novedad|siniestro|excepcion|anomalia"},
    {S::Exception, Sub::Damaged, kWrong,
     "danad*|averiad*|deteriorad*|roto|rota|averia|mal estado|en mal estado", Firm},
    {S::Exception, Sub::Lost, kWrong,
     "perdid*|extraviad*|extravio|robad*|robo|hurtad*|faltante|no encontramos|no encontramos tu|no "
     "hemos encontrado el paquete|no aparece|paquete no localizado|envio no localizado",
     Firm},
    {S::Exception, Sub::Destroyed, kWrong, "destruid*|destruccion", Firm},
    {S::Exception, Sub::Refused, kWrong,
     "rehusad*|rechazad*|rehuso|rechazo|rehusa|no aceptad*|no acepta|no acepto|no quiere", Firm},
    {S::Exception, Sub::AddressProblem, kTried - 2,
     "direccion incorrecta|direccion incompleta|direccion erronea|direccion desconocida|direccion "
     "insuficiente|direccion equivocada|direccion inexistente|destinatario desconocido|direccion _ "
     "incorrecta|direccion _ incompleta|direccion _ errone*|datos incorrectos|domicilio "
     "incorrecto|domicilio inexistente|domicilio insuficiente|desconocido|direccion no "
     "encontrada|direccion _ no existe|direccion invalida|senas incorrectas|domicilio "
     "desconocido|domicilio incompleto|direccion errada|senas incompletas|faltan datos|datos "
     "insuficientes|falta numero|falta _ direccion",
     Firm},
    {S::Exception, Sub::CustomerMoved, kTried + 5, "se mudo|cambio de domicilio|mudado", Firm},
    {S::Exception, Sub::PickupMissed, kTried + 6,
     "no retirad*|no recogid*|no reclamad*|plazo vencido|plazo de _ retiro|"
     "vencido el plazo|caducad*|sobrante|no fue retirado|no ha sido recogido|"
     "no ha sido retirado|plazo de recogida",
     Firm},
    {S::Exception, Sub::Undeliverable, kTried + 5, "no entregable|imposible de entregar", Firm},
    {S::Returning, Sub::None, kGoingBack,
     "volviendo al remitente|volviendo|vuelve al remitente|de vuelta al "
     "remitente|devolucion|devuelto|devuelta|devolviendo|devolver|en "
     "devolucion|retorno|retornad*|en proceso de devolucion|regresando|de regreso|retorna|vuelta "
     "al remitente|sera devuelto|retornando|devolvera|devolucion a origen|retorno a origen|siendo "
     "devuelt*|esta siendo devuelt* al remitente|siendo devuelto al remitente|sera devuelto al "
     "remitente|vuelve al vendedor|vuelve al|vuelve a la tienda|regresa al",
     Firm},
    {S::Returned, Sub::None, kBack,
     "devolucion entregada|devuelto al remitente|devuelto a remitente|entregado al "
     "remitente|entregado a remitente|devolucion completada|devolucion finalizada|devuelto al "
     "vendedor|entregado al vendedor|entregado en origen|devolucion recibida|retorno "
     "entregado|devolucion _ entregada|devuelto a origen|devuelto al origen|devolucion "
     "efectuada|recibimos tu devolucion|hemos recibido tu devolucion|recibimos la "
     "devolucion|devolucion en almacen",
     Firm},
    {S::Cancelled, Sub::None, kWrong, "cancelad*|anulad*|anulacion|cancelacion", Firm},
};

}  // namespace

Cues spanish_cues() { return kCues; }

}  // namespace postlude::tracking
