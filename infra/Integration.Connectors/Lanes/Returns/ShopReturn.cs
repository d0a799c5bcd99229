using Integration.Contracts.Returns;

namespace Integration.Connectors.Lanes.Returns;

/// <summary>A return of the shop that was sent to the ERP.</summary>
/// <param name="Return">The return as it was sent.</param>
/// <param name="Withdrawn">True while the shop no longer says so, of which operators were told.</param>
internal sealed record ShopReturn(GoodsReturn Return, bool Withdrawn = false);
