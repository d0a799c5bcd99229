namespace Integration.Connectors.Lanes.Returns;

/// <summary>A return that the shop says of an order.</summary>
/// <param name="Id">Its id within the order.</param>
/// <param name="Reason">The shop's word for the reason.</param>
/// <param name="Lines">Pieces by the storefront's line id.</param>
/// <param name="Charges">True when shipping and fees are given back.</param>
/// <param name="Problems">Why it cannot be; empty when it can.</param>
internal sealed record WantedReturn(string Id, string Reason, IReadOnlyDictionary<string, decimal> Lines, bool Charges, IReadOnlyList<string> Problems);
