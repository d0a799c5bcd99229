using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Pairs.Lanes;
using Integration.Connectors.Ports;
using Integration.Connectors.Publishing;
using Integration.Contracts.Amounts;
using Integration.Contracts.Operations;
using Integration.Contracts.Orders;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Serialization;

namespace Integration.Connectors.Lanes.Orders;

/// <summary>Maps orders by the pair's mapping document, or the connector's own.</summary>
internal sealed class OrderMappings(DocumentMappings mappings) : IOrderMapping
{
    /// <summary>Stands for the ERP's id of a customer that is not there yet.</summary>
    public const string NewCustomer = "(new customer)";

    private const string Document = DocumentNames.OrdersToErp;

    public MappedDocument Map(PairDefinition pair, ISalesOrders erp, JsonObject source) =>
        mappings.Map(pair, PairMappings.OfOrders(erp), source);

    /// <summary>
    /// What a mapping document reads: the canonical order, with the ERP's id of its customer and the payments that go along with it. What the payment
    /// lane books by itself is not among them, and without that lane neither is what was given back meanwhile.
    /// </summary>
    public static JsonObject SourceOf(PaymentLane? payments, Order order, string customerId, OrderScores? scores = null)
    {
        var embedded = payments switch
        {
            null => order with { Payments = [.. order.Payments.Where(payment => payment.State == PaymentState.Captured)] },
            { Embeds: true } => order,
            _ => order with { Payments = [] },
        };
        var captures = PaymentEntries.Of(embedded).Where(entry => entry is { Kind: PaymentEntryKind.Capture, Amount: > 0 });
        var source = JsonSerializer.SerializeToNode(order, ContractsJson.Options)!.AsObject();
        source["customer"]!["erpId"] = customerId;
        source[OrderSourceSchema.Captures] = JsonSerializer.SerializeToNode(captures, ContractsJson.Options);
        if (scores is not null) source[OrderSourceSchema.Scores] = JsonSerializer.SerializeToNode(scores, ContractsJson.Options);
        return source;
    }

    /// <summary>Why a mapped order that does not add up to the shop's total is not sent.</summary>
    public static Reason WrongTotal(Money mapped, Money wanted, int? version) =>
        new("total", $"The mapped order adds up to {mapped}, the shop's order to {wanted}: correct the mapping document.")
        {
            Cause = new ReasonCause { Document = Document, Version = version, Rule = "total" },
        };
}
