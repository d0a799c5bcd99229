using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Integration.Acumatica;
using Integration.Acumatica.Protocol;
using Integration.Acumatica.SalesOrders;
using Integration.Connectors.Lanes.Orders;
using Integration.Contracts.Customers;
using Integration.Contracts.Orders;
using Integration.Mapping.Documents;
using Integration.Mapping.Lookups;
using Integration.Tests.Unit.Acumatica.Protocol;
using Xunit;

namespace Integration.Tests.Unit.Acumatica.SalesOrders;

public sealed class DefaultMappingTests
{
    private static readonly AcumaticaSettings Settings = new() { Tenant = "T", ClientId = "x@T", Username = "u", OrderType = "WB", TaxZone = "WEB", UniqueReference = true };
    private static readonly CompiledMapping Mapping = MappingDocument.Parse(OrderMapping.Render(Settings)).Compile(null, OrderDocument.Model);

    private static readonly LookupTables Lookups = LookupTables.Parse(JsonNode.Parse("""
        {
          "ship-vias": { "codes": { "Ground": "GROUND" } }, "taxes": { "codes": { "VAT": "WEBTAX", "ECO": "WEBTAX" } }, "payment-methods": { "codes": { "PayPal": "ONLINE" } },
          "cash-accounts": { "codes": {}, "default": "10200WEB" }, "fee-items": { "codes": { "HANDLING": "HANDLING", "ROUNDING": "ROUNDING" } }
        }
        """)!.AsObject(), "test");

    [Fact]
    public void Any_valid_order_maps_to_a_document_of_the_same_total_that_may_be_sent() =>
        Prop.ForAll(AnyOrder.Gen.ToArbitrary(), order =>
        {
            var prepared = OrderDocument.Prepare(order.Reference, Map(order), Settings);
            var total = OrderAmounts.Total(prepared.Plain);
            return (prepared.Problems.Count == 0 && total.Amount == order.Total && total.Currency == order.Currency)
                .Label($"{total} for {order.Total}; {string.Join("; ", prepared.Problems)}");
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_document_has_only_fields_of_the_official_description() =>
        Prop.ForAll(AnyOrder.Gen.ToArbitrary(), order =>
        {
            var violations = OfficialDescription.Violations("SalesOrder", Wire.Wrap(OrderDocument.Prepare(order.Reference, Map(order), Settings).Plain));
            return (violations.Count == 0).Label(string.Join("; ", violations));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Only_captured_payments_are_embedded_and_never_more_than_the_order_owes_is_applied() =>
        Prop.ForAll(AnyOrder.Gen.ToArbitrary(), order =>
        {
            var payments = OrderAmounts.Rows(OrderDocument.Prepare(order.Reference, Map(order), Settings).Plain, "Payments").ToList();
            var captured = order.Payments.Where(payment => payment is { State: PaymentState.Captured, Amount: > 0 }).ToList();
            return payments.Count == captured.Count
                && payments.Sum(payment => OrderAmounts.Number(payment, "PaymentAmount")) == captured.Sum(payment => payment.Amount)
                && payments.Sum(payment => OrderAmounts.Number(payment, "AppliedToOrder")) <= Math.Max(0, order.Total);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_order_keeps_its_calendar_date_references_addresses_and_words()
    {
        var document = Map(Plain() with { Notes = "a\nb" });

        Assert.Equal(("WB", "XC1-1001", "XC1-1001", "2026-03-01", "C42"), (Text(document, "OrderType"), Text(document, "CustomerOrder"), Text(document, "ExternalRef"), Text(document, "Date"), Text(document, "CustomerID")));
        Assert.Equal("a\nb", Text(document, "note"));
        Assert.Equal("Zürich", (string?)document["ShipToAddress"]!["City"]);
        Assert.Equal("Łódź", (string?)document["BillToAddress"]!["City"]);
        Assert.Equal("GROUND", Text(document, "ShipVia"));
        Assert.Equal("WEB", (string?)document["FinancialSettings"]!["CustomerTaxZone"]);
        Assert.False(document["Hold"]!.GetValue<bool>());
        Assert.Equal("Mug (Size: XL, Print: \"A & B\")", (string?)document["Details"]![0]!["LineDescription"]);
    }

    [Fact]
    public void States_postcodes_and_countries_get_one_form_and_what_is_not_known_stays_as_it_came()
    {
        var address = new Address { Street = "12 Analytical Way", City = "New York", State = "new york", PostalCode = "100011234", Country = "US" };
        var document = Map(Plain() with { BillingAddress = address, ShippingAddress = address with { State = "Elsewhere", PostalCode = "1", Country = "Atlantis" } });

        Assert.Equal(("NY", "10001-1234", "US"), (Address(document, "BillToAddress", "State"), Address(document, "BillToAddress", "PostalCode"), Address(document, "BillToAddress", "Country")));
        Assert.Equal(("Elsewhere", "1", "Atlantis"), (Address(document, "ShipToAddress", "State"), Address(document, "ShipToAddress", "PostalCode"), Address(document, "ShipToAddress", "Country")));
    }

    [Fact]
    public void State_that_addresses_do_not_show_as_a_code_stays_as_the_customer_wrote_it()
    {
        var document = Map(Plain() with { ShippingAddress = new Address { City = "渋谷区", State = "東京都", PostalCode = "1500001", Country = "JP" } });

        Assert.Equal(("東京都", "150-0001"), (Address(document, "ShipToAddress", "State"), Address(document, "ShipToAddress", "PostalCode")));
    }

    [Fact]
    public void Own_state_and_country_ids_of_the_erp_win()
    {
        var tables = LookupTables.Parse(JsonNode.Parse("""
            {
              "states": { "codes": { "GB-ENG": "ENGLAND" } }, "countries": { "codes": { "GB": "UK" } }, "ship-vias": { "codes": { "Ground": "GROUND" } }
            }
            """)!.AsObject(), "test");
        var order = Plain() with { ShippingAddress = new Address { City = "Leeds", State = "England", PostalCode = "ls11ur", Country = "GB" }, Discounts = [] };

        var document = Mapping.Map(Source(order), tables, null, TestContext.Current.CancellationToken).Document!;

        Assert.Equal(("ENGLAND", "LS1 1UR", "UK"), (Address(document, "ShipToAddress", "State"), Address(document, "ShipToAddress", "PostalCode"), Address(document, "ShipToAddress", "Country")));
    }

    [Fact]
    public void Without_a_shipping_address_the_goods_go_to_the_billing_address()
    {
        var document = Map(Plain() with { ShippingAddress = null, ShippingMethod = null });

        Assert.Equal("Łódź", (string?)document["ShipToAddress"]!["City"]);
        Assert.False(document.ContainsKey("ShipVia"));
    }

    [Fact]
    public void Unmapped_codes_are_all_named_at_once()
    {
        var order = Plain() with
        {
            ShippingMethod = new ShippingMethod("9", "Drone"),
            Taxes = [new OrderTax("MOON", "Moon tax", 1m)],
            Payments = [new OrderPayment { Id = "1", Method = "Shells", State = PaymentState.Captured, Amount = 1m }],
        };

        var result = Mapping.Map(Source(order), Lookups, null, TestContext.Current.CancellationToken);

        Assert.Null(result.Document);
        Assert.Equal([("payment-methods", "Shells"), ("ship-vias", "Drone"), ("taxes", "MOON")], result.Problems.Select(problem => (problem.Lookup!, problem.Code!)).Order());
    }

    [Fact]
    public void Settings_that_are_not_given_leave_no_rule_behind()
    {
        var text = OrderMapping.Render(new AcumaticaSettings { Tenant = "T", ClientId = "x@T", Username = "u" });

        Assert.DoesNotContain("{setting:", text, StringComparison.Ordinal);
        Assert.DoesNotContain("{if:", text, StringComparison.Ordinal);
        Assert.DoesNotContain("CustomerTaxZone", text, StringComparison.Ordinal);
        Assert.DoesNotContain("OverrideTaxZone", text, StringComparison.Ordinal);
        Assert.DoesNotContain("WarehouseID", text, StringComparison.Ordinal);
        MappingDocument.Parse(text).Compile(null, OrderDocument.Model);
    }

    private static Order Plain()
    {
        var order = AnyOrder.Gen.Sample(5, 1).First();
        return order with
        {
            ShippingAddress = new() { City = "Zürich", Country = "CH" }, ShippingMethod = new ShippingMethod("3", "Ground"), Payments = [], Taxes = [], Fees = [], Rounding = 0,
            Lines = [new OrderLine { Id = "1", Sku = "MUG-01", Name = "Mug", Quantity = 1, UnitPrice = 1, Subtotal = 1, Options = [new LineOption("Size", "XL"), new LineOption("Print", "\"A & B\"")] }],
        };
    }

    private static JsonObject Map(Order order)
    {
        var result = Mapping.Map(Source(order), Lookups, null, TestContext.Current.CancellationToken);
        Assert.Empty(result.Problems);
        return result.Document!;
    }

    private static JsonObject Source(Order order) => OrderMappings.SourceOf(null, order, "C42");

    private static string? Address(JsonObject document, string side, string field) => (string?)document[side]![field];

    private static string Text(JsonObject document, string field) => OrderAmounts.Text(document, field);
}
