using System.Net;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Customers;
using Integration.Tests.Unit.Sandbox.Shop;
using Integration.Tests.Unit.XCart.Protocol;
using Xunit;

namespace Integration.Tests.Unit.XCart.Customers;

public sealed class Customers54Tests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_recorded_account_comes_with_what_its_two_readings_show()
    {
        var shop = new ScriptedShop(asked => asked.IsComplex
            ? ScriptedShop.Json(Recorded("93-customer-with-address"))
            : ScriptedShop.Json("""{"profile_id":10,"login":"buyer@example.com","password":"SHA512:h","access_level":0,"status":"E","language":"de","anonymous":false,"order":null,"membership":null}"""));

        var customer = Assert.IsType<ReadOutcome<Customer>.Found>(await ReadAsync(shop, "10")).Value;
        Assert.Equal(("10", "buyer@example.com", "Erp", "Customer"), (customer.Id, customer.Email, customer.FirstName, customer.LastName));
        Assert.Equal(("de", null, null, true), (customer.Language, customer.Group, customer.TaxExempt, customer.IsActive));
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 2, 0, 16, TimeSpan.Zero), customer.CreatedAt);
        Assert.Null(customer.ChangedAt);
        Assert.Equal(
            [new CustomerAddress(new Address { FirstName = "Erp", LastName = "Customer", Street = "1 Test St", City = "Edmond", State = "OK", PostalCode = "73003", Country = "US" }, true, true)],
            customer.Addresses);
    }

    [Fact]
    public async Task An_orders_recorded_copy_is_ignored_without_a_second_call()
    {
        var shop = new ScriptedShop(_ => ScriptedShop.Json(Recorded("11-profile-default-one")));

        Assert.True(Assert.IsType<ReadOutcome<Customer>.NotReady>(await ReadAsync(shop, "2")).Ignore);
        Assert.Single(shop.Requests);
    }

    [Theory]
    [InlineData("""{"profile_id":7,"login":"a@example.com","access_level":100,"anonymous":false}""")]
    [InlineData("""{"profile_id":7,"login":"a@example.com","access_level":0,"anonymous":true}""")]
    [InlineData("""{"profile_id":7,"login":"a@example.com","access_level":0,"anonymous":false,"order":{"order_id":3}}""")]
    public async Task Administrators_guests_and_copies_of_accounts_are_ignored(string stored) =>
        Assert.True(Assert.IsType<ReadOutcome<Customer>.NotReady>(await ReadAsync(new ScriptedShop(_ => ScriptedShop.Json(stored)), "7")).Ignore);

    [Fact]
    public async Task A_disabled_account_with_group_and_company_says_so()
    {
        var shop = new ScriptedShop(asked => ScriptedShop.Json(asked.IsComplex
            ? """{"profileId":7,"login":"a@example.com","membership":"Wholesale","addedDate":"2026-11-21T02:00:16+00:00","addresses":{"1":{"firstname":"A","company":"ACME","phone":"1","country":"de","isDefaultBillingAddress":false,"isDefaultShippingAddress":true},"2":{"firstname":"B","company":"Bills","phone":"2","isDefaultBillingAddress":true}}}"""
            : """{"profile_id":7,"login":"a@example.com","status":"D","anonymous":false,"access_level":0}"""));

        var customer = Assert.IsType<ReadOutcome<Customer>.Found>(await ReadAsync(shop, "7")).Value;
        Assert.Equal((false, "Wholesale", "B", "Bills", "2"), (customer.IsActive, customer.Group, customer.FirstName, customer.Company, customer.Phone));
        Assert.Equal([("ACME", false, true), ("Bills", true, false)], customer.Addresses.Select(one => (one.Address.Company, one.IsBilling, one.IsShipping)));
    }

    [Fact]
    public async Task An_account_that_changes_between_the_calls_is_read_again_and_one_without_email_is_named()
    {
        static ScriptedShop Shop(string stored, string shown) => new(asked => ScriptedShop.Json(asked.IsComplex
            ? $$"""{"profileId":7,"login":"{{shown}}"}""" : $$"""{"profile_id":7,"login":"{{stored}}"}"""));

        Assert.False(Assert.IsType<ReadOutcome<Customer>.NotReady>(await ReadAsync(Shop("a@example.com", "b@example.com"), "7")).Ignore);
        Assert.Equal("login", Assert.Single(Assert.IsType<ReadOutcome<Customer>.Unreadable>(await ReadAsync(Shop("", ""), "7")).Reasons).Field);
    }

    [Fact]
    public async Task A_page_of_recorded_accounts_leaves_out_the_one_without_email_and_ends()
    {
        var shop = new ScriptedShop(asked => ScriptedShop.Json(asked.IsComplex ? $"[{Recorded("93-customer-with-address")}]" : Recorded("94-profiles-real-customers")));

        var page = Assert.IsType<CrawlPage.Read>(await PageAsync(shop));
        Assert.True(page.Last);
        Assert.Equal("10", Assert.Single(page.Records).Id);
        Assert.All(shop.Requests, asked => Assert.Contains("_cnd[user_type]=C&_cnd[onlyReal]=1", asked.Target, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_shop_that_ignores_the_conditions_gives_no_guests_and_no_second_page()
    {
        var rows = string.Join(',', Enumerable.Range(1, 60).Select(id => $$"""{"profile_id":{{id}},"login":"c{{id}}@example.com","anonymous":{{(id > 3 ? "true" : "false")}},"access_level":{{(id == 1 ? 100 : 0)}}}"""));
        var shown = string.Join(',', Enumerable.Range(1, 60).Select(id => $$"""{"profileId":{{id}},"login":"c{{id}}@example.com","password":"SHA512:h"}"""));

        var page = Assert.IsType<CrawlPage.Read>(await PageAsync(new ScriptedShop(asked => ScriptedShop.Json(asked.IsComplex ? $"[{shown}]" : $"[{rows}]"))));
        Assert.True(page.Last);
        Assert.Equal(["2", "3"], page.Records.Select(record => record.Id));
        Assert.All(page.Records, record => Assert.DoesNotContain("SHA512", record.Content, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_login_changes_nothing_that_counts()
    {
        static ScriptedShop Shop(long login) => new(asked => ScriptedShop.Json(asked.IsComplex
            ? $$"""[{"profileId":7,"login":"a@example.com","lastLogin":{{login}},"password":"{{login}}"}]""" : $$"""[{"profile_id":7,"login":"a@example.com","last_login":{{login}},"searchFakeField":"{{login}}"}]"""));

        Assert.Equal(Assert.IsType<CrawlPage.Read>(await PageAsync(Shop(1))).Records, Assert.IsType<CrawlPage.Read>(await PageAsync(Shop(2))).Records);
    }

    [Fact]
    public async Task A_shop_that_is_away_fails_the_page() =>
        Assert.IsType<WriteOutcome.Unavailable>(Assert.IsType<CrawlPage.Failed>(await PageAsync(new ScriptedShop(_ => ScriptedShop.Empty(HttpStatusCode.ServiceUnavailable)))).Outcome);

    private static Task<ReadOutcome<Customer>> ReadAsync(ScriptedShop shop, string id) => shop.Connector().Customers!.ReadAsync(ShopPairs.Pair(), id, Ct);

    private static Task<CrawlPage> PageAsync(ScriptedShop shop) => shop.Connector().Customers!.PageAsync(ShopPairs.Pair(), 1, Ct);

    private static string Recorded(string name) =>
        RecordedExchange.Answer(Path.Combine(RecordedExchange.Folder("xcart"), "samples", $"{name}.response.txt"))!.ToJsonString();
}
