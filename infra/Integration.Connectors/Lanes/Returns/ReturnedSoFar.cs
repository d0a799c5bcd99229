namespace Integration.Connectors.Lanes.Returns;

/// <summary>How much of an order has come back.</summary>
/// <param name="Lines">Pieces by the storefront's line id.</param>
/// <param name="Charges">True when shipping was given back.</param>
internal sealed record ReturnedSoFar(IReadOnlyDictionary<string, decimal> Lines, bool Charges)
{
    /// <summary>Pieces of a line.</summary>
    public decimal Of(string line) => Lines.GetValueOrDefault(line);

    /// <summary>With what a return takes back.</summary>
    public ReturnedSoFar With(IReadOnlyDictionary<string, decimal> lines, bool charges) => new(
        Lines.Keys.Union(lines.Keys, StringComparer.Ordinal).ToDictionary(line => line, line => Of(line) + lines.GetValueOrDefault(line), StringComparer.Ordinal), Charges || charges);
}
