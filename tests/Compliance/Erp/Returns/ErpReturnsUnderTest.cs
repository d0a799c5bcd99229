using System.Text.Json.Nodes;
using Integration.Connectors.Ports;
using Integration.Contracts.Orders;
using Integration.Contracts.Records;

namespace Integration.Tests.Compliance.Erp.Returns;

/// <summary>An ERP that takes returns, and the people who work in it.</summary>
public abstract class ErpReturnsUnderTest : IAsyncDisposable
{
    /// <summary>The ERP.</summary>
    public abstract ErpUnderTest Under { get; }

    /// <summary>Its port.</summary>
    public IErpReturns Returns => Under.Erp.Returns!;

    /// <summary>Maps by the connector's own document.</summary>
    public abstract JsonObject Map(ReturnSource source);

    /// <summary>Maps a movement of money by the connector's own document.</summary>
    public abstract JsonObject Map(PaymentEntry entry, RecordRef order);

    /// <summary>Bills what an order shipped and releases the invoice.</summary>
    public abstract Task InvoiceAsync(string orderId);

    /// <summary>Receives what a return takes back, and with <paramref name="credit"/> releases its credit memo.</summary>
    /// <returns>The ids of the credit memos.</returns>
    public abstract Task<IReadOnlyList<string>> ReceiveAsync(string returnId, bool credit);

    /// <summary>Gives a return up.</summary>
    public abstract Task GiveUpAsync(string returnId);

    /// <summary>Pays a credit memo out; the id of the refund.</summary>
    public abstract Task<string> PayOutAsync(string creditId, decimal amount);

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Under.DisposeAsync();
    }
}
