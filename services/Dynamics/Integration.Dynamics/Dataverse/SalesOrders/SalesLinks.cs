using System.Text.Json.Nodes;

namespace Integration.Dynamics.Dataverse.SalesOrders;

/// <summary>What an order points to, found.</summary>
/// <param name="Customer">Its customer.</param>
/// <param name="Currency">Id of its currency.</param>
/// <param name="PriceList">Id of its price list.</param>
/// <param name="Lines">Product and unit of each line; both null for a line of text.</param>
/// <param name="Header">Further links of the header, as bodies say them.</param>
/// <param name="Line">Further links of every line, as bodies say them.</param>
internal sealed record SalesLinks(CustomerId Customer, Guid Currency, Guid PriceList, IReadOnlyList<(Guid? Product, Guid? Unit)> Lines, JsonObject Header, JsonObject Line)
{
    /// <summary>What this organization's metadata says.</summary>
    public required Protocol.OrganizationModel Model { get; init; }
}
