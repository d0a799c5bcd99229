using System.Globalization;

namespace Integration.Connectors.Lanes.Stock.Writing;

/// <summary>A level and how it came about.</summary>
/// <param name="Target">Pieces that the shop may sell.</param>
/// <param name="Figure">Of the ERP, in the shop's unit, rounded down.</param>
/// <param name="Taken">By orders that the figure may not contain.</param>
/// <param name="Kept">Safety stock.</param>
internal sealed record Reckoned(long Target, decimal Figure, decimal Taken, decimal Kept)
{
    /// <summary>In plain words.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Target} (ERP {Figure:0.######} − orders {Taken:0.######} − safety stock {Kept:0.######})");
}
