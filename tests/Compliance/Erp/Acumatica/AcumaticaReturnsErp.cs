using System.Globalization;
using System.Net.Http.Json;
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

namespace Integration.Tests.Compliance.Erp.Acumatica;

/// <summary>The people of the Acumatica stand-in: warehouse and accountants.</summary>
internal sealed class AcumaticaReturnsErp(AcumaticaErp erp) : ErpReturnsUnderTest
{
    private static readonly LookupTables Lookups = LookupTables.Parse(JsonNode.Parse("""
        { "taxes": { "codes": { "VAT": "WEBTAX" } }, "return-items": { "codes": { "SHIPPING": "REFUND-AMOUNT" } }, "fee-items": { "codes": { "ROUNDING": "GIFT-WRAP" } }, "return-reasons": { "codes": {} } }
        """)!.AsObject(), "test");

    private static readonly LookupTables Money = LookupTables.Parse(JsonNode.Parse("""
        { "payment-methods": { "codes": {}, "default": "ONLINE" }, "cash-accounts": { "codes": {}, "default": "10200WEB" } }
        """)!.AsObject(), "test");

    public override ErpUnderTest Under => erp;

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

    public override Task InvoiceAsync(string orderId) => erp.ControlAsync("invoice", Keys(orderId));

    public override async Task<IReadOnlyList<string>> ReceiveAsync(string returnId, bool credit)
    {
        var before = await MemosAsync();
        var key = returnId.Split('/');
        await erp.ControlAsync("return", new { orderType = key[0], orderNbr = key[1], credit });
        return [.. (await MemosAsync()).Except(before)];
    }

    public override Task GiveUpAsync(string returnId) => erp.ControlAsync("cancel", Keys(returnId));

    public override async Task<string> PayOutAsync(string creditId, decimal amount)
    {
        using var http = new HttpClient { BaseAddress = erp.StandIn.BaseUrl };
        await PostAsync(http, "entity/auth/login", """{ "name": "integration", "password": "sandbox-password", "company": "Company" }""");
        var memo = await http.GetFromJsonAsync<JsonObject>($"entity/Default/24.200.001/SalesInvoice/{creditId}");
        var text = string.Create(CultureInfo.InvariantCulture, $$"""
            { "Type": { "value": "Refund" }, "CustomerID": {{memo!["CustomerID"]!.ToJsonString()}}, "CurrencyID": {{memo["Currency"]!.ToJsonString()}}, "PaymentMethod": { "value": "ONLINE" },
              "PaymentAmount": { "value": {{amount}} }, "Hold": { "value": false },
              "DocumentsToApply": [ { "DocType": { "value": "Credit Memo" }, "ReferenceNbr": { "value": "{{creditId.Split('/')[1]}}" }, "AmountPaid": { "value": {{amount}} } } ] }
            """);
        using var content = new StringContent(text, System.Text.Encoding.UTF8, "application/json");
        using var made = await http.PutAsync(new Uri("entity/Default/24.200.001/Payment", UriKind.Relative), content);
        made.EnsureSuccessStatusCode();
        var number = (string)(await made.Content.ReadFromJsonAsync<JsonObject>())!["ReferenceNbr"]!["value"]!;
        await PostAsync(http, "entity/Default/24.200.001/Payment/ReleasePayment", $$"""{ "entity": { "Type": { "value": "Refund" }, "ReferenceNbr": { "value": "{{number}}" } }, "parameters": {} }""");
        await PostAsync(http, "entity/auth/logout", "");
        return $"Refund/{number}";
    }

    private static object Keys(string id) => new { orderType = id.Split('/')[0], orderNbr = id.Split('/')[1] };

    private static async Task PostAsync(HttpClient http, string path, string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), content);
        answer.EnsureSuccessStatusCode();
        if (answer.Headers.Location is not { } place) return;
        // Releasing takes a moment; the server says where to ask.
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (await tick.WaitForNextTickAsync())
        {
            using var asked = await http.GetAsync(place);
            asked.EnsureSuccessStatusCode();
            if (asked.StatusCode != System.Net.HttpStatusCode.Accepted) return;
        }
    }

    private async Task<IReadOnlyList<string>> MemosAsync()
    {
        using var http = new HttpClient { BaseAddress = erp.StandIn.BaseUrl };
        return [.. (await http.GetFromJsonAsync<JsonObject>("/_sandbox/state"))!["invoices"]!.AsArray()
            .Where(invoice => (string?)invoice!["type"] == "Credit Memo").Select(invoice => $"Credit Memo/{invoice!["referenceNbr"]}")];
    }
}
