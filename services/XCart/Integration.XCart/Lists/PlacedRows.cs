namespace Integration.XCart.Lists;

/// <summary>A part of the shop's list of orders by the moment they were placed.</summary>
/// <param name="Rows">From the offset asked for, carts and unfinished orders among them.</param>
/// <param name="ReachedEnd">True when the list ends here.</param>
internal sealed record PlacedRows(IReadOnlyList<PlacedRow> Rows, bool ReachedEnd);
