using Integration.Contracts.Orders;

namespace Integration.Contracts.Storefront;

/// <summary>Asks the storefront side to add a line to the order's staff notes, where the pair wants them.</summary>
/// <param name="Key">Pair and storefront order id.</param>
/// <param name="Number">The order's number in the shop.</param>
/// <param name="Text">One line of plain words, without personal data.</param>
public sealed record AddOrderNote(OrderKey Key, string Number, string Text) : IOrderMessage;
