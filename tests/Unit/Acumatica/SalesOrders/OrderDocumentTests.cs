using System.Text.Json.Nodes;
using Integration.Acumatica;
using Integration.Acumatica.SalesOrders;
using Xunit;

namespace Integration.Tests.Unit.Acumatica.SalesOrders;

public sealed class OrderDocumentTests
{
    private static readonly AcumaticaSettings Settings = new() { Tenant = "T", ClientId = "x@T", Username = "u", UniqueReference = true };

    [Fact]
    public void A_good_document_may_be_sent() => Assert.Empty(Prepare(Valid()).Problems);

    [Fact]
    public void The_mapped_document_itself_is_left_alone()
    {
        var mapped = Valid();
        var before = mapped.ToJsonString();
        Prepare(mapped);
        Assert.Equal(before, mapped.ToJsonString());
    }

    [Fact]
    public void Another_external_reference_is_refused_because_the_order_would_not_be_found_again() =>
        Refused("ExternalRef", document => document["ExternalRef"] = "PO-77");

    [Fact]
    public void Another_customer_order_number_is_refused_while_uniqueness_rests_on_it() =>
        Refused("CustomerOrder", document => document["CustomerOrder"] = "PO-77");

    [Fact]
    public void An_order_type_that_is_not_searched_is_refused() => Refused("OrderType", document => document["OrderType"] = "SO");

    [Fact]
    public void A_line_without_quantity_is_refused() => Refused("Details", document => document["Details"]![0]!.AsObject().Remove("OrderQty"));

    [Fact]
    public void Taxes_that_lead_to_one_tax_id_are_added_up()
    {
        var mapped = Valid();
        mapped["TaxDetails"] = JsonNode.Parse("""[{"TaxID":"VAT","TaxAmount":1.10},{"TaxID":"ECO","TaxAmount":0.50},{"TaxID":"vat","TaxAmount":0.40}]""");

        var document = Prepare(mapped).Plain;

        Assert.Equal("""[{"TaxID":"VAT","TaxAmount":1.50},{"TaxID":"ECO","TaxAmount":0.50}]""", document["TaxDetails"]!.ToJsonString());
        Assert.Equal(12.00m, OrderAmounts.Total(document).Amount);
    }

    [Fact]
    public void Payments_apply_no_more_than_the_order_owes()
    {
        var mapped = Valid();
        mapped["Payments"] = JsonNode.Parse("""[{"PaymentAmount":7,"AppliedToOrder":7},{"PaymentAmount":7,"AppliedToOrder":7},{"PaymentAmount":7,"AppliedToOrder":7}]""");

        var applied = Prepare(mapped).Plain["Payments"]!.AsArray().Select(payment => payment!["AppliedToOrder"]!.GetValue<decimal>());

        Assert.Equal([7m, 3m, 0m], applied);
    }

    private static void Refused(string field, Action<JsonObject> change)
    {
        var mapped = Valid();
        change(mapped);
        Assert.Contains(Prepare(mapped).Problems, problem => problem.Field == field);
    }

    private static OrderDocument Prepare(JsonObject mapped) => OrderDocument.Prepare("XC1-1001", mapped, Settings);

    private static JsonObject Valid() => JsonNode.Parse("""
        {"OrderType":"WO","CustomerOrder":"XC1-1001","ExternalRef":"XC1-1001","CurrencyID":"EUR","CustomerID":"C1","Details":[{"InventoryID":"MUG-01","OrderQty":3,"ExtendedPrice":10.00,"ExternalRef":"1"}]}
        """)!.AsObject();
}
