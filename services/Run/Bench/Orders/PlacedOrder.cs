namespace Integration.Run.Bench.Orders;

/// <summary>An order that the load placed.</summary>
/// <param name="Id">The shop's id.</param>
/// <param name="Number">The shop's order number.</param>
/// <param name="IntendedAt">When it was meant to be placed: milliseconds since 1970, UTC.</param>
internal sealed record PlacedOrder(string Id, string Number, double IntendedAt);
