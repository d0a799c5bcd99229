using System.Text.Json;
using Integration.Connectors.Lanes.Stock.Reserving;
using Integration.Connectors.Pairs.Lanes;
using Integration.Contracts.Serialization;

namespace Integration.Connectors.Lanes.Stock.Writing;

/// <summary>The ERP's figure − what no reading contains yet − safety stock; never below zero, and never a fraction of a piece.</summary>
internal static class Reckoning
{
    /// <summary>What the shop may sell, or null when the ERP keeps no stock of the SKU.</summary>
    public static Reckoned? Of(StockLane lane, LevelRow row, IEnumerable<ReservedPieces> reserved)
    {
        var places = Read(row.Places);
        // A sum over all warehouses says nothing about those that were chosen.
        if (places.Count == 0 || (lane.Warehouses.Count > 0 && places.Keys.All(place => place.Length == 0))) return null;
        var figure = places.Where(place => lane.Warehouses.Count == 0 || lane.Warehouses.Contains(place.Key, StringComparer.OrdinalIgnoreCase)).Sum(place => place.Value);
        var pieces = decimal.Floor(figure / lane.Packs.GetValueOrDefault(row.Sku, 1));
        var taken = reserved.Sum(order => order.NotIn(row.Ticket));
        var kept = lane.SafetyOf(row.Sku, row.ItemClass);
        return new Reckoned((long)decimal.Floor(Math.Clamp(pieces - taken - kept, 0, uint.MaxValue)), pieces, taken, kept);
    }

    /// <summary>Places as stored, always in one order.</summary>
    public static string Write(IReadOnlyDictionary<string, decimal> places) =>
        JsonSerializer.Serialize(new SortedDictionary<string, decimal>(places.ToDictionary(), StringComparer.Ordinal), ContractsJson.Options);

    private static Dictionary<string, decimal> Read(string places) => JsonSerializer.Deserialize<Dictionary<string, decimal>>(places, ContractsJson.Options) ?? [];
}
