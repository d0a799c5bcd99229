using Integration.Contracts.Returns;

namespace Integration.Connectors.Lanes.Returns;

/// <summary>A credit memo or refund as the ERP's side told of it last.</summary>
internal sealed record SeenCredit(long Sequence, ErpCredit Credit);
