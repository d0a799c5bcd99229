using Integration.Contracts.Returns;

namespace Integration.Connectors.Lanes.Returns;

/// <summary>A return as the ERP's side told of it last.</summary>
internal sealed record SeenReturn(long Sequence, ErpReturn Return);
