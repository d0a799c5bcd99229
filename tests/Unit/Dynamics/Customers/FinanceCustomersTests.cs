using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Integration.Connectors.Http;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Customers;
using Integration.Contracts.Orders;
using Integration.Dynamics.Finance.Customers;
using Integration.Tests.Unit.Acumatica.SalesOrders;
using Xunit;

namespace Integration.Tests.Unit.Dynamics.Customers;

public sealed class FinanceCustomersTests : IDisposable
{
    private readonly FinanceBench _bench = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private FinanceCustomers Customers => new(_bench.Client, _bench.Settings);

    [Fact]
    public async Task A_customer_is_found_by_its_address_in_any_case_and_the_address_is_in_no_timeline()
    {
        _bench.Server.On(("CustomersV3", FinanceReply.List("\"CustomerAccount\":\"C42\",\"PrimaryContactEmail\":\"ANN@example.org\",\"OnHoldStatus\":\"No\"")));
        using var log = CallLog.Begin();

        Assert.Equal("C42", Assert.IsType<LookOutcome.Same>(await Customers.FindAsync(Order() with { Customer = Ann with { Email = " Ann@Example.org" } }, Ct)).Ref.Id);

        Assert.Contains("PrimaryContactEmail eq 'ann@example.org'", Assert.Single(_bench.Server.Targets), StringComparison.Ordinal);
        Assert.DoesNotContain("example.org", Assert.Single(log.Calls).Target, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Nobody_is_found_where_nobody_is()
    {
        Assert.IsType<LookOutcome.NotFound>(await Customers.FindAsync(Order(), Ct));
    }

    [Fact]
    public async Task A_star_in_an_address_finds_nobody_else()
    {
        _bench.Server.On(("CustomersV3", FinanceReply.List("\"CustomerAccount\":\"C42\",\"PrimaryContactEmail\":\"ann@example.org\"")));

        Assert.IsType<LookOutcome.NotFound>(await Customers.FindAsync(Order() with { Customer = Ann with { Email = "*@example.org" } }, Ct));
    }

    [Fact]
    public async Task Several_customers_with_one_address_are_for_a_person()
    {
        _bench.Server.On(("CustomersV3", FinanceReply.List("\"CustomerAccount\":\"C42\",\"PrimaryContactEmail\":\"ann@example.org\"", "\"CustomerAccount\":\"C43\",\"PrimaryContactEmail\":\"ann@example.org\"")));

        Assert.Contains("C42, C43", Assert.IsType<LookOutcome.Different>(await Customers.FindAsync(Order(), Ct)).Fields[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_customer_on_hold_is_told()
    {
        _bench.Server.On(("CustomersV3", FinanceReply.List("\"CustomerAccount\":\"C42\",\"PrimaryContactEmail\":\"ann@example.org\",\"OnHoldStatus\":\"All\"")));

        Assert.Equal("OnHoldStatus", Assert.Single(Assert.IsType<LookOutcome.Different>(await Customers.FindAsync(Order(), Ct)).Fields).Field);
    }

    [Fact]
    public async Task A_new_customer_has_what_the_erp_needs_and_no_number()
    {
        _bench.Server.Script = _ => new FinanceReply(201, """{"dataAreaId":"usmf","CustomerAccount":"C77","PrimaryContactEmail":"ann@example.org"}""");

        Assert.Equal("C77", Assert.IsType<WriteOutcome.Done>(await Customers.CreateAsync(Order(), Ct)).Ref.Id);

        var call = Assert.Single(_bench.Server.Calls);
        Assert.Equal(("POST", "/data/CustomersV3?cross-company=true"), (call.Method, call.Target));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""
            {"dataAreaId":"usmf","CustomerGroupId":"WEB","SalesCurrencyCode":"EUR","PartyType":"Person","PersonFirstName":"Ann","PersonLastName":"Example","PrimaryContactEmail":"ann@example.org",
             "PrimaryContactPhone":"+1 217 555 0100","AddressDescription":"Shop","AddressStreet":"1 Main St\nApt 4","AddressCity":"Springfield","AddressZipCode":"62701","AddressState":"IL","AddressCountryRegionId":"USA"}
            """), JsonNode.Parse(call.Body)), call.Body);
    }

    [Fact]
    public void A_company_becomes_an_organization_and_a_person_without_a_last_name_gets_one()
    {
        var document = new CustomerDocument(FinanceBench.Usual with { CustomerCurrency = "USD", CustomerLanguage = "en-us" });

        var company = document.Of(Order() with { BillingAddress = Home with { Company = "Example & Söhne" } });
        Assert.Equal(("Organization", "Example & Söhne", null, "USD", "en-us"), (
            (string?)company["PartyType"], (string?)company["OrganizationName"], (string?)company["PersonLastName"], (string?)company["SalesCurrencyCode"], (string?)company["LanguageId"]));

        var nameless = document.Of(Order() with { Customer = Ann with { FirstName = "", LastName = "" }, BillingAddress = Home with { FirstName = "", LastName = "" } });
        Assert.Equal("ann@example.org", (string?)nameless["PersonLastName"]);
    }

    [Fact]
    public void Any_order_has_a_customer_that_may_be_sent() => Prop.ForAll(AnyOrder.Gen.ToArbitrary(), order =>
        CustomerDocument.Model.Problems(new CustomerDocument(FinanceBench.Usual).Of(order)).Count == 0).QuickCheckThrowOnFailure();

    [Fact]
    public async Task An_address_that_was_not_stored_is_told()
    {
        _bench.Server.Script = _ => new FinanceReply(201, """{"dataAreaId":"usmf","CustomerAccount":"C77","PrimaryContactEmail":""}""");

        Assert.Equal("PrimaryContactEmail", Assert.Single(Assert.IsType<WriteOutcome.Differs>(await Customers.CreateAsync(Order(), Ct)).Fields).Field);
    }

    [Fact]
    public async Task A_write_answered_without_an_account_is_unknown()
    {
        _bench.Server.Script = _ => new FinanceReply(204, "");

        Assert.IsType<WriteOutcome.Unknown>(await Customers.CreateAsync(Order(), Ct));
    }

    [Fact]
    public async Task A_refusal_names_its_field()
    {
        _bench.Server.Script = _ => FinanceReply.Error(400, "Write failed for table row of type 'CustCustomerV3Entity'. Infolog: Error: The value 'WEB' in field 'Customer group' is not found in the related table 'Customer groups'.");

        Assert.Equal("CustomerGroupId", Assert.Single(Assert.IsType<WriteOutcome.Rejected>(await Customers.CreateAsync(Order(), Ct)).Reasons).Field);
    }

    public void Dispose() => _bench.Dispose();

    private static CustomerIdentity Ann => new() { Email = "ann@example.org", IsGuest = false, FirstName = "Ann", LastName = "Example" };

    private static Address Home => new() { FirstName = "Ann", LastName = "Example", Street = "1 Main St", Street2 = "Apt 4", City = "Springfield", PostalCode = "62701", State = "IL", Country = "US", Phone = "+1 217 555 0100" };

    private static Order Order() => AnyOrder.Gen.Sample(5, 1).First() with { Customer = Ann, BillingAddress = Home, Currency = "EUR" };
}
