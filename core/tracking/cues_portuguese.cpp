#include "core/tracking/cues.h"

namespace postlude::tracking {
namespace {

using S = ShipmentStatus;
using Sub = SubStatus;
using enum CueKind;

// As CTT, Correios, Jadlog, Loggi, Total Express and Mercado Envios word their scans; own
// collection, 2026-11.
constexpr Cue kCues[] = {
    // ---- Portuguese ----
    {S::Unknown, Sub::None, 0, "caso|quando|por favor|lembre*|voce pode|acesse|aguarde", Aside},
    {S::Unknown, Sub::None, 0,
     "unidade de distribuicao|endereco de entrega|centro de distribuicao|etiqueta de devolucao|"
     "prazo de entrega|unidade de entrega|entrega interna|sem danos",
     Silent},
    {S::InTransit, Sub::None, kWeak,
     "sera entregue|serao entregues|ser entregue|previsao de entrega|entrega prevista|"
     "pronto para entrega|preparado para entrega|em preparacao para _ entrega|"
     "aguardando entrega|ainda nao entregue|unidade de distribuicao|"
     "centro de distribuicao|preparando _ entrega|unidade de entrega|"
     "entrega agendada para",
     Firm},
    {S::OutForDelivery, Sub::None, kOutCue,
     "sera entregue hoje|entrega hoje|chega hoje|hoje chega|entregador esta|a caminho da sua "
     "casa|entregamos hoje",
     Firm},
    {S::LabelCreated, Sub::None, kAnnounced,
     "etiqueta emitida|etiqueta criada|etiqueta gerada|aguardando postagem|informacoes _ "
     "recebid*|informacao _ recebida|informacoes enviadas|pre postagem|aguardando coleta|coleta "
     "solicitada|coleta agendada|aguarda entrada|aguardando _ objeto|dados _ recebidos|ainda nao _ "
     "postado|nota fiscal emitida|aguardando postagem pelo remetente|etiqueta|objeto ainda "
     "nao|informacao eletronica|aguarda recolha|pedido de recolha|pre aviso|envio "
     "registado|registado|vendedor _ preparando|aguardamos|aguardando recebimento|recolha "
     "agendada|aguardando despacho|informacoes eletronicas|solicitacao de postagem|aguarda "
     "aceitacao|rotulo|rotulo criado|emissao|etiqueta pronta",
     Firm},
    {S::Pending, Sub::None, kPendingCue,
     "pedido recebido|pedido confirmado|pagamento aprovado|pagamento confirmado|"
     "pedido em separacao|em separacao|pedido realizado|pedido em processamento|"
     "embalado|em preparacao"},
    {S::PickedUp, Sub::AcceptanceScan, kTaken,
     "postado|objeto postado|coletado|coleta realizada|recolhido|recolhid*|aceite|aceito|recebido "
     "pela transportadora|entregue a transportadora|entregue ao transportador|aceitacao|entregue a "
     "loggi|recebido pelos correios|coletado pela|postagem|recolha efetuada|entregue para "
     "transporte|entregue aos correios|recebido na origem|coletado no remetente|enviado pelo "
     "vendedor|despachado pelo vendedor|recebido do remetente|objeto recebido pelos "
     "correios|coletado|coletamos|recolhemos|vendedor despachou|despachou|ja esta com a "
     "gente|despachado pelo"},
    {S::InTransit, Sub::None, kMoving,
     "em transito|encaminhado|em transferencia|transferencia|em processamento|"
     "a caminho|em rota de transferencia|triagem|em triagem|conferido|em viagem|"
     "objeto encaminhado|transferido|saiu da unidade|tratamento|em movimentacao|em trajeto|"
     "expedido|expedicao|em curso|em tratamento|a ser processado|enviado|despachado|transporte|"
     "centro de tratamento|processado"},
    {S::InTransit, Sub::ArrivedAtFacility, kMoving + 2,
     "chegou|chegada|chegou na|chegou ao|recebido na unidade|recebido no centro|recebido na "
     "base|recebido na filial|entrada em|rececao no|recepcao|recebido em|rececionado|deu "
     "entrada|recebido na|recebido no|entrada no|entrada na|deu entrada no"},
    {S::InTransit, Sub::DepartedFacility, kMoving + 2,
     "saiu de|saiu da|saida|partiu|partida|saiu do"},
    {S::InTransit, Sub::ArrivedInDestinationCountry, kMoving + 4,
     "pais de destino|recebido no brasil|chegou ao brasil|chegou no brasil"},
    {S::InTransit, Sub::CustomsStarted, kMoving + 3,
     "alfandega*|aduaneir*|aduana|fiscalizacao|fiscalizacao aduaneira|desembaraco|em "
     "desalfandegamento|desalfandegamento"},
    {S::InTransit, Sub::CustomsCleared, kMoving + 6,
     "fiscalizacao _ finalizada|fiscalizacao _ concluida|desalfandegado|desalfandegad*|"
     "liberado _ alfandega|liberado pela alfandega|desembaraco _ concluido|"
     "liberado _ receita|desembaraco finalizado|desembaracado|liberado sem tributacao|"
     "desalfandegamento concluido|liberado pela receita|liberad* _ aduan*"},
    {S::InTransit, Sub::Forwarded, kMoving + 6, "reencaminhad*|redirecionad*|reexpedid*"},
    {S::InTransit, Sub::Missorted, kMoving + 8,
     "mal encaminhado|encaminhado incorretamente|erro de encaminhamento|extraviado de rota|"
     "erro de triagem"},
    {S::InTransit, Sub::AppointmentMade, kMoving + 5,
     "entrega agendada|reagendad*|agendamento|entrega reprogramada|nova tentativa|"
     "nova data|remarcad*",
     Firm},
    {S::OutForDelivery, Sub::None, kOutCue,
     "saiu para entrega|saiu para _ entrega|em rota de entrega|em entrega|saida para entrega|"
     "em distribuicao|com o entregador|entregador|carteiro|em rota para entrega|"
     "a caminho do destinatario|saiu para entrega ao destinatario|o/ao/pelo/do/com/seu estafeta|"
     "em distribuicao no|em processo de entrega|esta em rota de entrega|motorista|"
     "entrega em curso|a caminho do seu endereco|a caminho de sua casa",
     Firm},
    {S::ReadyForPickup, Sub::None, kWaiting,
     "disponivel para retirada|aguardando retirada|aguarda retirada|retirada|disponivel para "
     "levantamento|para levantamento|pronto para retirada|disponivel em|disponivel no|ponto de "
     "retirada|aguarda levantamento|caixa postal|retirar|armario|levantar|cacifo|pode ser "
     "levantad*|aguardando retirada no endereco|disponivel na|pronto para levantar|loja "
     "ctt|entregue no ponto|te esperando|esperando por voce|espera por si|esta te esperando"},
    {S::ReadyForPickup, Sub::None, kPlaceOfPickup,
     "ponto pickup|ponto de recolha|ponto de retirada|cacifo"},
    {S::AttemptFailed, Sub::None, kTried,
     "nao entregue|nao _ entregue|tentativa de entrega|entrega nao realizada|"
     "entrega nao efetuada|entrega nao efetuada|nao conseguimos|nao foi possivel|"
     "entrega nao conseguida|tentativa|entrega mal sucedida|insucesso|"
     "nao foi entregue|nao pode ser|entrega frustrada|entrega nao concluida|"
     "entrega sem sucesso|nao pudemos|impossibilidade de entrega|falha na entrega",
     Firm},
    {S::AttemptFailed, Sub::RecipientAbsent, kTried + 2,
     "destinatario ausente|ausente|carteiro nao atendido|nao atendido|ninguem|nao _ atendido|sem "
     "ninguem|voce nao estava|nao estava|passamos ai|nao te encontramos|nao encontramos",
     Firm},
    {S::AttemptFailed, Sub::BusinessClosed, kTried + 3,
     "estabelecimento fechado|fechado|empresa fechada|fechada|encerrad*", Firm},
    {S::AttemptFailed, Sub::AccessDenied, kTried + 3,
     "area de risco|area com _ risco|sem acesso|local inacessivel", Firm},
    {S::AttemptFailed, Sub::NoticeLeft, kTried + 1, "aviso deixado|deixado aviso|avisado", Firm},
    {S::Delayed, Sub::None, kLate, "atras*|atraso|adiad*|demora", Says},
    {S::Delayed, Sub::WeatherDelay, kLate + 1, "meteorologic*|chuva|mau tempo"},
    {S::Delayed, Sub::ExternalDelay, kLate, "greve|feriado"},
    {S::OnHold, Sub::Held, kHeldCue,
     "retido|retida|bloqueado|bloqueada|em analise|parado|aguardando instrucoes|armazenad*|"
     "apreendid*|aguarda instrucoes|em espera"},
    {S::OnHold, Sub::CustomsDelay, kHeldCue + 1,
     "retido _ alfandega|retida _ alfandega|retido _ fiscalizacao|retid* _ aduan*"},
    {S::OnHold, Sub::PaymentNeeded, kHeldCue + 4,
     "aguardando pagamento|aguarda pagamento|pagamento pendente|pagamento do despacho|"
     "aguardando _ pagamento|pagamento de tributos|tributos|imposto*|taxa*|pagamento necessario|"
     "direitos aduaneiros"},
    {S::OnHold, Sub::DocumentsNeeded, kHeldCue + 4,
     "faltam documentos|documentos em falta|documentacao pendente|falta _ documento*|"
     "documentacao em falta|aguarda documentacao|aguardando documentacao|documentacao incompleta"},
    {S::OnHold, Sub::CustomsInformationNeeded, kHeldCue + 5,
     "faltam informacoes|informacoes _ alfandeg*|informacao em falta|dados em falta|informe _ "
     "cpf|precisamos do seu|precisamos|cpf"},
    {S::Delivered, Sub::None, kHandedOver,
     "entregue|entrega realizada|entrega efetuada|entrega efectuada|entrega concluida|"
     "objeto entregue|entregue ao destinatario|entrega conseguida|entregues|"
     "entregue ao cliente|recebido pelo destinatario"},
    {S::Delivered, Sub::CollectedByCustomer, kWaiting + 4,
     "retirado pelo destinatario|levantado|entregue na agencia|retirado pelo cliente|"
     "retirado na agencia|objeto entregue na caixa|retirado por|levantad* pelo|"
     "entregue em loja",
     Firm},
    {S::Delivered, Sub::LeftWithNeighbour, kHandedOver + 2, "vizinh*"},
    {S::Delivered, Sub::LeftAtSafePlace, kHandedOver + 3,
     "caixa de correio|caixa do correio|portaria|local seguro|recetaculo|caixa de correios"},
    {S::Exception, Sub::Damaged, kWrong, "danificad*|avariad*|avaria|avaria", Firm},
    {S::Exception, Sub::Lost, kWrong, "extraviad*|roubad*|roubo|perdid*|extravio|furtad*", Firm},
    {S::Exception, Sub::Refused, kWrong, "recusad*|recusa|recusou|rejeitad*", Firm},
    {S::Exception, Sub::AddressProblem, kTried - 2,
     "endereco incorreto|endereco incompleto|endereco insuficiente|endereco incorrecto|"
     "endereco desconhecido|endereco _ incorreto|endereco nao encontrado|morada incorreta|"
     "morada incompleta|morada insuficiente|morada desconhecida|destinatario desconhecido|"
     "endereco inexistente|cliente desconhecido|numero inexistente|endereco nao localizado|"
     "desconhecido|morada _ incorreta|morada errada|endereco invalido|endereco errado",
     Firm},
    {S::Exception, Sub::CustomerMoved, kTried + 5, "mudou se|mudou", Firm},
    {S::Exception, Sub::PickupMissed, kTried + 6,
     "nao retirado|nao procurado|prazo _ retirada _ encerrado|nao levantado|nao reclamad*|"
     "nao foi retirado|nao foi levantado|prazo de levantamento",
     Firm},
    {S::Returning, Sub::None, kGoingBack,
     "devolucao|devolvido|devolvida|em devolucao|sera devolvido|sera devolvido ao "
     "remetente|retorno|retornando|devolver|sendo "
     "devolvido|a ser devolvido|devolucao ao remetente|em retorno|voltando|voltando para|de volta "
     "ao vendedor|regressa ao",
     Firm},
    {S::Returned, Sub::None, kBack,
     "devolvido ao remetente|entregue ao remetente|devolucao concluida|devolucao "
     "entregue|devolucao finalizada|objeto devolvido ao remetente|devolucao recebida|devolvido ao "
     "vendedor|devolvido na origem|recebemos sua devolucao|recebemos a devolucao",
     Firm},
    {S::Cancelled, Sub::None, kWrong, "cancelamento", Firm},
};

}  // namespace

Cues portuguese_cues() { return kCues; }

}  // namespace postlude::tracking
