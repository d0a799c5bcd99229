using System.Text.Json.Nodes;
using Integration.Connectors.Ports;
using Integration.Contracts.Orders;

namespace Integration.Tests.Compliance.Erp;

/// <summary>An ERP with its connector and the means to look behind it.</summary>
public abstract class ErpUnderTest : IAsyncDisposable
{
    /// <summary>The connector.</summary>
    public abstract IErp Erp { get; }

    /// <summary>What it promises.</summary>
    public abstract ErpFeatures Features { get; }

    /// <summary>Maps the order by the connector's own mapping document.</summary>
    public abstract JsonObject Map(Order order, string customerId);

    /// <summary>Orders with this reference, as the ERP holds them.</summary>
    public abstract Task<IReadOnlyList<StoredOrder>> OrdersAsync(string reference);

    /// <summary>How many customers have this e-mail address.</summary>
    public abstract Task<int> CustomersAsync(string email);

    /// <summary>Business calls so far, signing in left out.</summary>
    public abstract Task<int> CallsAsync();

    /// <summary>Makes trouble with the next write.</summary>
    public abstract Task TroubleAsync(Trouble trouble);

    /// <summary>Takes the connector's access away, or gives it back.</summary>
    public abstract Task RevokeAsync(bool revoked);

    /// <summary>Ships, one shipment per parcel.</summary>
    public abstract Task ShipAsync(string orderId, params IReadOnlyList<Parcel> parcels);

    /// <inheritdoc />
    public abstract ValueTask DisposeAsync();

    /// <summary>The order's customer, found or made, and the mapped document.</summary>
    public async Task<JsonObject> DocumentAsync(Order order)
    {
        var found = await Erp.Customers.FindAsync(order, CancellationToken.None);
        var id = found is Integration.Connectors.Outcomes.LookOutcome.Same same
            ? same.Ref.Id
            : ((Integration.Connectors.Outcomes.WriteOutcome.Done)await Erp.Customers.CreateAsync(order, CancellationToken.None)).Ref.Id;
        return Map(order, id);
    }
}
