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

    /// <summary>Makes trouble with the next call, whatever it is.</summary>
    public abstract Task TroubleWithNextCallAsync(Trouble trouble);

    /// <summary>Lets a place have so many pieces on hand; silent: without a new change stamp.</summary>
    public abstract Task MoveStockAsync(string sku, string place, decimal onHand, bool silent = false);

    /// <summary>Takes the connector's access away, or gives it back.</summary>
    public abstract Task RevokeAsync(bool revoked);

    /// <summary>Ships, one shipment per parcel.</summary>
    public abstract Task ShipAsync(string orderId, params IReadOnlyList<Parcel> parcels);

    /// <summary>People there change the quantity of a line, its item, or take it off (quantity 0); they add the item when no line has it.</summary>
    public abstract Task EditAsync(string orderId, string sku, decimal quantity, string? instead = null);

    /// <summary>People there cancel it.</summary>
    public abstract Task CancelAsync(string orderId);

    /// <summary>People there hold it by its credit check, or let it go.</summary>
    public abstract Task HoldCreditAsync(string orderId, bool held);

    /// <summary>The warehouse gives a confirmed shipment another tracking number, having opened it where the ERP wants that, or leaves it open (null), or deletes it.</summary>
    public abstract Task CorrectAsync(string shipment, string? tracking, bool delete = false);

    /// <summary>What the ERP holds of the order besides: ship-via, city of delivery, codes of its discounts, applied payments.</summary>
    public abstract Task<StoredDetails> DetailsAsync(string orderId);

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
