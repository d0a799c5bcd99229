namespace Integration.Contracts.Returns;

/// <summary>Goods of one order line that come back.</summary>
/// <param name="Line">The storefront's id of the order line.</param>
/// <param name="Sku">Stock keeping unit.</param>
/// <param name="Name">The product's name on the order.</param>
/// <param name="Quantity">Pieces, positive.</param>
/// <param name="Amount">Their part of the line's amount, before order discounts, rounded to the currency.</param>
public sealed record GoodsReturnLine(string Line, string Sku, string Name, decimal Quantity, decimal Amount);
