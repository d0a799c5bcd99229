using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Connectors.Lanes.Payments;
using Integration.Connectors.Pairs.Lanes;
using Integration.Connectors.Ports;
using Integration.Contracts.Erp;
using Integration.Contracts.Orders;
using Integration.Contracts.Records;
using Integration.Contracts.Serialization;
using Integration.Mapping.Documents;
using Integration.Mapping.Lookups;
using Integration.Tests.Compliance.Erp.Returns;

namespace Integration.Tests.Compliance.Erp.Dynamics;

/// <summary>The people of the F&amp;O stand-in: warehouse and accountants.</summary>
internal sealed class DynamicsReturnsErp : ErpReturnsUnderTest
{
    private readonly FinanceErp _erp;

    private static readonly LookupTables Lookups = LookupTables.Parse(JsonNode.Parse("""{ "return-reasons": { "codes": { "broken": "DAMAGED" } } }""")!.AsObject(), "test");

    private static readonly LookupTables Money = LookupTables.Parse(JsonNode.Parse("""{ "payment-methods": { "codes": {}, "default": "ONLINE" } }""")!.AsObject(), "test");

    /// <param name="erp">An ERP that was started with <see cref="Settings"/>.</param>
    public DynamicsReturnsErp(FinanceErp erp)
    {
        _erp = erp;
        // A return is two writes, its header and its lines: what is not to be written at all must stop the first, and what is in doubt to the end is the second.
        erp.WriteOfReturn = trouble => trouble == Trouble.Throttle ? "ReturnOrderHeadersV2" : "$batch";
    }

    public override ErpUnderTest Under => _erp;

    /// <summary>Settings of the connection with returns that name the lines of their sale, or only our reference.</summary>
    public static JsonObject Settings(bool linkToSale) => new()
    {
        ["returns"] = new JsonObject { ["reason"] = "UNWANTED", ["warehouse"] = "RETURNS", ["linkToSale"] = linkToSale },
    };

    /// <summary>Starts Finance and Operations alone.</summary>
    public static async Task<DynamicsReturnsErp> StartAsync(bool linkToSale, Action<Integration.Sandbox.Dynamics.Finance.FinanceSettings>? environment = null) =>
        new(await DynamicsErp.StartAsync(ownNumbers: true, environment, more: Settings(linkToSale)));

    public override JsonObject Map(ReturnSource source)
    {
        var port = Returns.Mapping;
        var result = MappingDocument.Parse(port.Default).Compile(null, port.Target).Map(JsonSerializer.SerializeToNode(source, ContractsJson.Options)!.AsObject(), Lookups);
        return result.Document is { } document && result.Problems.Count == 0
            ? document
            : throw new InvalidOperationException(string.Join("; ", result.Problems.Select(problem => problem.Message)));
    }

    public override JsonObject Map(PaymentEntry entry, RecordRef order)
    {
        var port = Under.Erp.Payments!.MappingOf(PaymentBooking.Payment)!;
        var source = PaymentSource.Of(new PostPayment(new OrderKey("p", "1"), "1001", order, entry, [], 1));
        return MappingDocument.Parse(port.Default).Compile(null, port.Target).Map(source, Money).Document!;
    }

    public override Task InvoiceAsync(string orderId) => _erp.ControlAsync("invoice", new { orderNbr = orderId });

    public override async Task<IReadOnlyList<string>> ReceiveAsync(string returnId, bool credit)
    {
        var before = await _erp.CreditNotesAsync();
        await _erp.ControlAsync("return", new { orderNbr = returnId, credit });
        return [.. (await _erp.CreditNotesAsync()).Except(before)];
    }

    public override Task GiveUpAsync(string returnId) => _erp.ControlAsync("cancel", new { orderNbr = returnId });

    public override Task<string> PayOutAsync(string creditId, decimal amount) => throw new NotSupportedException("Refunds that people pay out are not read from F&O.");
}
