using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Integration.Sandbox.Faults;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Acumatica;

public sealed class ErrorTests
{
    [Fact]
    public async Task An_unknown_item_is_told_on_its_line_below_a_general_text()
    {
        await using var erp = await Erp.StartAsync();
        var reply = await erp.PutAsync("SalesOrder", Web.Order(("Details", new[] { Web.Line("MUG-01", 1m, 1m), Web.Line("NOT-IN-ERP", 1m, 1m) })));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.Status);
        Assert.Equal("Inserting  'Sales Order' record raised at least one error. Please review the errors.", reply.Json["error"]!.GetValue<string>());
        Assert.Equal("Inventory ID 'NOT-IN-ERP' cannot be found in the system.", reply.Json["Details"]![1]!.Error("InventoryID"));
        Assert.Equal("", reply.Json["Details"]![0]!.Error("InventoryID"));
        Assert.Empty((await erp.StateAsync())["orders"]!.AsArray());
    }

    [Fact]
    public async Task An_inactive_item_or_customer_is_refused()
    {
        await using var erp = await Erp.StartAsync();
        await erp.PutAsync("StockItem", Web.Record(("InventoryID", "MUG-01"), ("ItemStatus", "Inactive")));
        await erp.PutAsync("Customer", Web.Record(("CustomerID", "WEBGUEST"), ("Status", "Inactive")));

        var reply = await erp.PutAsync("SalesOrder", Web.Order());

        Assert.NotEqual("", reply.Json.Error("CustomerID"));
    }

    [Theory]
    [InlineData("CustomerID", "NOBODY")]
    [InlineData("CurrencyID", "PLN")]
    [InlineData("ShipVia", "PIGEON")]
    [InlineData("PaymentMethod", "BARTER")]
    [InlineData("OrderType", "XX")]
    public async Task An_unknown_code_in_the_head_is_told_on_its_field(string field, string value)
    {
        await using var erp = await Erp.StartAsync();
        var reply = await erp.PutAsync("SalesOrder", Web.Order((field, value)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.Status);
        Assert.Contains("cannot be found in the system", reply.Json.Error(field), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_codes_below_the_head_are_told_where_they_are()
    {
        await using var erp = await Erp.StartAsync();
        var reply = await erp.PutAsync("SalesOrder", Web.Order(
            ("IsTaxValid", true), ("TaxDetails", new[] { Web.Record(("TaxID", "NOTAX"), ("TaxAmount", 1m)) }),
            ("FinancialSettings", Web.Record(("CustomerTaxZone", "MOON"))),
            ("Payments", new[] { Web.Record(("PaymentMethod", "ONLINE"), ("CashAccount", "99999"), ("PaymentAmount", 1m)), Web.Record(("PaymentMethod", "ONLINE"), ("CashAccount", "10250WEB"), ("PaymentAmount", 1m)) })));

        Assert.Contains("cannot be found", reply.Json["TaxDetails"]![0]!.Error("TaxID"), StringComparison.Ordinal);
        Assert.Contains("cannot be found", reply.Json["FinancialSettings"]!.Error("CustomerTaxZone"), StringComparison.Ordinal);
        Assert.Contains("cannot be found", reply.Json["Payments"]![0]!.Error("CashAccount"), StringComparison.Ordinal);
        Assert.Contains("currency", reply.Json["Payments"]![1]!.Error("CashAccount"), StringComparison.Ordinal);
        Assert.Empty((await erp.StateAsync())["payments"]!.AsArray());
    }

    [Fact]
    public async Task A_currency_that_the_customer_may_not_use_is_refused()
    {
        await using var erp = await Erp.StartAsync();
        await erp.PutAsync("Customer", Web.Record(("CustomerID", "WEBGUEST"), ("EnableCurrencyOverride", false)));
        var reply = await erp.PutAsync("SalesOrder", Web.Order(("CurrencyID", "EUR")));
        Assert.Contains("override", reply.Json.Error("CurrencyID"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_that_the_merchant_requires_is_told_on_its_path()
    {
        await using var erp = await Erp.StartAsync();
        await erp.ControlAsync("settings", new() { ["requireFields"] = new JsonArray("SalesOrder.ShipToAddress/PostalCode", "SalesOrder.Details/ExternalRef") });

        var reply = await erp.PutAsync("SalesOrder", Web.Order());

        Assert.NotEqual("", reply.Json["ShipToAddress"]!.Error("PostalCode"));
        Assert.NotEqual("", reply.Json["Details"]![0]!.Error("ExternalRef"));
    }

    [Theory]
    [InlineData("", "The request body should not be empty.")]
    [InlineData("{\"OrderType\":\"WO\"}", "cannot be read")]
    [InlineData("{\"Details\":[{\"OrderQty\":{\"value\":\"many\"}}]}", "cannot be read")]
    [InlineData("{\"OrderType\":", "")]
    public async Task A_malformed_body_is_a_400_with_the_model_state(string body, string reason)
    {
        await using var erp = await Erp.StartAsync();
        var reply = await erp.SendAsync(HttpMethod.Put, $"{Erp.Endpoint}/SalesOrder", with: request => request.Content = new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.Equal((HttpStatusCode.BadRequest, "The request is invalid."), (reply.Status, reply.Json["message"]!.GetValue<string>()));
        Assert.Contains(reason, reply.Json["modelState"]!.AsObject().First().Value![0]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/entity/Default/20.200.001/SalesOrder")]
    [InlineData("/entity/Default/24.200.001/NoSuchEntity")]
    [InlineData("/entity/Default/24.200.001/SalesOrder/WO/NOPE")]
    public async Task What_does_not_exist_is_a_404(string path)
    {
        await using var erp = await Erp.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await erp.SendAsync(HttpMethod.Get, path)).Status);
    }

    [Fact]
    public async Task An_unknown_action_is_a_404_and_a_foreign_branch_a_403()
    {
        await using var erp = await Erp.StartAsync();
        var action = await erp.SendAsync(HttpMethod.Post, $"{Erp.Endpoint}/Tax/Recalculate", new JsonObject { ["entity"] = new JsonObject() });
        var branch = await erp.SendAsync(HttpMethod.Get, $"{Erp.Endpoint}/Tax", with: request => request.Headers.Add("PX-CbApiBranch", "MOON"));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Forbidden), (action.Status, branch.Status));
    }

    [Fact]
    public async Task Reading_an_inquiry_or_a_calculated_part_of_a_list_cannot_be_optimised()
    {
        await using var erp = await Erp.StartAsync();
        foreach (var path in (string[])["InventorySummaryInquiry", "SalesOrder?$expand=Totals"])
        {
            var reply = await erp.GetAsync(path);
            Assert.Equal(HttpStatusCode.InternalServerError, reply.Status);
            Assert.EndsWith("CannotOptimizeException", reply.Json["exceptionType"]!.GetValue<string>(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_order_whose_answer_was_lost_is_in_the_books()
    {
        await using var erp = await Erp.StartAsync();
        erp.StandIn.Faults.Add(new FaultRule { Kind = FaultKind.CommitThenTimeout, Method = "PUT", PathContains = "SalesOrder", Count = 1 });

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => erp.PutAsync("SalesOrder", Web.Order(("ExternalRef", "XC-9"))));

        Assert.Single((await erp.GetAsync("SalesOrder?$filter=ExternalRef eq 'XC-9'")).List);
    }

    [Fact]
    public void The_check_against_the_official_description_notices_what_is_wrong()
    {
        IReadOnlyList<string> Mistakes(string body) => OpenApi.Official.Mistakes("GET", "/SalesOrder/WO/1", 200, body);
        Assert.Empty(Mistakes("""{"OrderNbr":{"value":"1"},"Date":{"value":"2026-01-01T00:00:00+00:00"}}"""));
        Assert.Single(Mistakes("""{"OrderNumber":{"value":"1"}}"""));
        Assert.Single(Mistakes("""{"OrderNbr":"1"}"""));
        Assert.Single(Mistakes("""{"OrderTotal":{"value":"1.00"}}"""));
        Assert.Single(Mistakes("""{"Date":{"value":"2026-01-01"}}"""));
        Assert.Single(Mistakes("""{"Details":[{"Quantity":{"value":1}}]}"""));
    }
}
