namespace Integration.Contracts.Stock;

/// <summary>SKUs as the ERP showed them. No level: each storefront's gateway reckons its own when it writes.</summary>
/// <param name="Pair">The pair whose gateway is told.</param>
/// <param name="Ticket">
/// The reading's place in the ERP connection's one sequence, taken before the ERP was asked. An order that counts since a lower number
/// (<see cref="OrderCounted.Ticket"/>) is contained in these figures; every other one may be missing.
/// </param>
/// <param name="Figures">The SKUs.</param>
/// <param name="Compare">True when the shop's levels are to be compared even where nothing changed: a backfill.</param>
public sealed record StockRead(string Pair, long Ticket, IReadOnlyList<StockFigure> Figures, bool Compare = false);
