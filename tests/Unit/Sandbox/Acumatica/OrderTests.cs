using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Acumatica;

public sealed class OrderTests
{
    [Fact]
    public async Task An_order_without_hold_sent_is_created_on_hold()
    {
        await using var erp = await Erp.StartAsync();
        var body = Web.Order();
        body.Remove("Hold");
        var order = await erp.OrderAsync(body);
        Assert.Equal(("On Hold", "true"), (order.Value("Status"), order.Value("Hold")));
    }

    [Fact]
    public async Task The_erp_works_out_the_totals_and_ignores_those_sent()
    {
        await using var erp = await Erp.StartAsync();
        var order = await erp.OrderAsync(Web.Order(
            ("OrderTotal", 1m), ("TaxTotal", 99m), ("ShipVia", "GROUND"),
            ("Details", new[] { Web.Line("MUG-01", 3m, 9.99m, ("ManualDiscount", true), ("DiscountAmount", 2.97m)), Web.Line("GIFT-WRAP", 1m, 3.5m) }),
            ("DiscountDetails", new[] { Web.Record(("ExternalDiscountCode", "SPRING"), ("DiscountAmount", 5m)) }),
            ("Totals", Web.Record(("OverrideFreightAmount", true), ("Freight", 7.25m), ("PremiumFreight", 1m))),
            ("IsTaxValid", true), ("DisableAutomaticTaxCalculation", true), ("TaxDetails", new[] { Web.Record(("TaxID", "WEBTAX"), ("TaxAmount", 2.11m)) })));

        Assert.Equal((27m, 3.5m, 5m, 2.11m), (
            order["Totals"]!.Amount("LineTotalAmount"), order["Totals"]!.Amount("MiscTotalAmount"), order["Totals"]!.Amount("DiscountTotal"), order.Amount("TaxTotal")));
        Assert.Equal(27m + 3.5m - 5m + 7.25m + 1m + 2.11m, order.Amount("OrderTotal"));
        Assert.Equal("External", order["DiscountDetails"]![0]!.Value("Type"));
    }

    [Fact]
    public async Task Freight_that_is_not_overridden_comes_from_the_ship_via()
    {
        await using var erp = await Erp.StartAsync();
        var order = await erp.OrderAsync(Web.Order(("ShipVia", "EXPRESS"), ("Totals", Web.Record(("Freight", 7.25m)))));
        Assert.Equal(15m, order["Totals"]!.Amount("Freight"));
    }

    [Theory]
    [InlineData(true, true, 2.11)]
    [InlineData(true, false, 2.11)]
    [InlineData(false, false, 1.70)]
    public async Task Taxes_sent_are_used_only_when_they_are_declared_valid(bool valid, bool ownCalculationOff, decimal expected)
    {
        await using var erp = await Erp.StartAsync();
        var order = await erp.OrderAsync(Web.Order(
            ("IsTaxValid", valid), ("DisableAutomaticTaxCalculation", ownCalculationOff), ("TaxDetails", new[] { Web.Record(("TaxID", "WEBTAX"), ("TaxAmount", 2.11m)) })));
        Assert.Equal(expected, order.Amount("TaxTotal"));
    }

    [Fact]
    public async Task An_embedded_payment_becomes_a_payment_document_applied_to_the_order()
    {
        await using var erp = await Erp.StartAsync();
        var order = await erp.OrderAsync(Web.Order(("CurrencyID", "EUR"), ("Payments", new[] { Payment(21.70m, "10250WEB") })));

        var row = order["Payments"]![0]!;
        Assert.Equal(("Balanced", 21.70m), (row.Value("Status"), row.Amount("AppliedToOrder")));
        Assert.Equal(0m, order["Totals"]!.Amount("UnpaidBalance"));
        var payment = (await erp.GetAsync($"Payment/{row.Value("DocType")}/{row.Value("ReferenceNbr")}?$expand=OrdersToApply")).Json;
        Assert.Equal((order.Value("OrderNbr"), "tx-1"), (payment["OrdersToApply"]![0]!.Value("OrderNbr"), payment.Value("ExternalRef")));

        var released = await erp.ActAsync("Payment", "ReleasePayment", Web.Record(("Type", payment.Value("Type")), ("ReferenceNbr", payment.Value("ReferenceNbr"))));
        Assert.Equal(HttpStatusCode.NoContent, released.Status);
        Assert.Equal("Open", (await erp.ReadAsync(order, "Payments"))["Payments"]![0]!.Value("Status"));
    }

    [Fact]
    public async Task A_payment_saved_by_itself_shows_on_its_order_and_moves_its_stamp()
    {
        await using var erp = await Erp.StartAsync();
        var order = await erp.OrderAsync();
        var payment = Web.Record(
            ("Type", "Prepayment"), ("CustomerID", "WEBGUEST"), ("PaymentMethod", "ONLINE"), ("CashAccount", "10200WEB"), ("PaymentAmount", 10m), ("Hold", false),
            ("OrdersToApply", new[] { Web.Record(("OrderType", "WO"), ("OrderNbr", order.Value("OrderNbr")), ("AppliedToOrder", 10m)) }));

        Assert.Equal(HttpStatusCode.OK, (await erp.PutAsync("Payment", payment)).Status);

        var after = await erp.ReadAsync(order, "Payments,Totals");
        Assert.Equal(10m, Assert.Single(after["Payments"]!.AsArray())!.Amount("AppliedToOrder"));
        Assert.Equal(11.70m, after["Totals"]!.Amount("UnpaidBalance"));
        Assert.True(string.CompareOrdinal(after.Value("LastModified"), order.Value("LastModified")) > 0);
    }

    [Fact]
    public async Task A_second_order_with_the_same_customer_order_number_is_refused_where_the_type_forbids_it()
    {
        await using var erp = await Erp.StartAsync();
        await erp.OrderAsync(Web.Order(("CustomerOrder", "XC-7")));

        var twin = await erp.PutAsync("SalesOrder", Web.Order(("CustomerOrder", "xc-7")));
        var none = await erp.PutAsync("SalesOrder", Web.Order(("CustomerOrder", "")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, twin.Status);
        Assert.Contains("already exists", twin.Json.Error("CustomerOrder"), StringComparison.Ordinal);
        Assert.Contains("cannot be empty", none.Json.Error("CustomerOrder"), StringComparison.Ordinal);
        Assert.Single((await erp.StateAsync())["orders"]!.AsArray());

        await erp.ControlAsync("settings", new() { ["forbidDuplicates"] = false });
        Assert.Equal(HttpStatusCode.OK, (await erp.PutAsync("SalesOrder", Web.Order(("CustomerOrder", "XC-7")))).Status);
    }

    [Fact]
    public async Task Two_equal_orders_at_once_become_one_where_duplicates_are_forbidden()
    {
        await using var erp = await Erp.StartAsync();
        var other = (await erp.GrantAsync())["access_token"]!.GetValue<string>();
        var mine = erp.Token;
        var replies = await Task.WhenAll(Enumerable.Range(0, 6).Select(at => erp.PutAsync(
            "SalesOrder", Web.Order(("CustomerOrder", "XC-8")), request => request.Headers.Authorization = new("Bearer", at % 2 == 0 ? mine : other))));
        Assert.Single(replies, reply => reply.Status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_address_without_its_override_is_the_customers_own()
    {
        await using var erp = await Erp.StartAsync();
        var address = Web.Record(("AddressLine1", "Łąkowa 5"), ("City", "Łódź"), ("Country", "PL"), ("PostalCode", "90-562"));

        var ignored = await erp.OrderAsync(Web.Order(("ShipToAddress", address)));
        var taken = await erp.OrderAsync(Web.Order(("ShipToAddressOverride", true), ("ShipToAddress", address.DeepClone())));

        Assert.Equal("", ignored["ShipToAddress"]!.Value("City"));
        Assert.Equal("Łódź", taken["ShipToAddress"]!.Value("City"));
    }

    [Fact]
    public async Task Cancel_is_refused_while_a_payment_is_applied_or_goods_are_shipped()
    {
        await using var erp = await Erp.StartAsync();
        var paid = await erp.OrderAsync(Web.Order(("Payments", new[] { Payment(5m, "10200WEB") })));
        Assert.Equal(HttpStatusCode.InternalServerError, (await CancelAsync(erp, paid)).Status);

        var id = paid["Payments"]![0]!["id"]!.GetValue<string>();
        await erp.OrderAsync(Web.Record(("OrderType", "WO"), ("OrderNbr", paid.Value("OrderNbr")), ("Payments", new[] { Web.Record(("id", id), ("AppliedToOrder", 0m)) })));
        Assert.Equal(HttpStatusCode.NoContent, (await CancelAsync(erp, paid)).Status);
        Assert.Equal("Canceled", (await erp.ReadAsync(paid, "Details")).Value("Status"));

        var shipped = await erp.OrderAsync();
        await erp.ControlAsync("ship", new() { ["orderNbr"] = shipped.Value("OrderNbr") });
        var refused = await CancelAsync(erp, shipped);
        Assert.Equal("PX.Data.PXActionDisabledException", refused.Json["exceptionType"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_completed_order_keeps_its_values_and_answers_200()
    {
        await using var erp = await Erp.StartAsync();
        var order = await erp.OrderAsync();
        await erp.ControlAsync("ship", new() { ["orderNbr"] = order.Value("OrderNbr") });

        var body = Web.Keys(order);
        body["Description"] = new JsonObject { ["value"] = "late" };
        var reply = await erp.PutAsync("SalesOrder", body);

        Assert.Equal((HttpStatusCode.OK, "", "Completed"), (reply.Status, reply.Json.Value("Description"), reply.Json.Value("Status")));
    }

    [Fact]
    public async Task A_customer_on_credit_hold_holds_the_order_until_it_is_released()
    {
        await using var erp = await Erp.StartAsync();
        await erp.PutAsync("Customer", Web.Record(("CustomerID", "WEBGUEST"), ("Status", "Credit Hold")));
        var order = await erp.OrderAsync();
        Assert.Equal("Credit Hold", order.Value("Status"));

        await erp.SendAsync(HttpMethod.Post, $"{Erp.Endpoint}/SalesOrder/ReleaseFromCreditHoldSalesOrder", new JsonObject { ["entity"] = Web.Keys(order) });
        Assert.Equal("Open", (await erp.ReadAsync(order, "Details")).Value("Status"));
    }

    private static JsonObject Payment(decimal amount, string account) => Web.Record(
        ("DocType", "Payment"), ("PaymentMethod", "ONLINE"), ("CashAccount", account), ("PaymentAmount", amount), ("AppliedToOrder", amount), ("PaymentRef", "pay-1"),
        ("ExternalRef", "tx-1"), ("Hold", false));

    private static Task<Reply> CancelAsync(Erp erp, JsonNode order) =>
        erp.SendAsync(HttpMethod.Post, $"{Erp.Endpoint}/SalesOrder/CancelSalesOrder", new JsonObject { ["entity"] = Web.Keys(order) });
}
