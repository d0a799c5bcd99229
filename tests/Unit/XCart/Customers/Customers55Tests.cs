using System.Net;
using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Customers;
using Integration.Tests.Unit.XCart.Protocol;
using Xunit;

namespace Integration.Tests.Unit.XCart.Customers;

public sealed class Customers55Tests
{
    private const string Account = """{"id":7,"login":"a@example.com","access_level":0,"status":"E","language":"en","membership_id":4,"create_date":"2026-11-20T10:00:00+00:00","first_login_date":"2026-11-20T10:00:00+00:00","last_login_date":null,"password":"SHA512:h"}""";
    private const string Addresses = """[{"id":1,"is_billing":true,"is_shipping":false,"firstname":"Anna","lastname":"Kowalska","phone":"1","street":"1 Main St","city":"New York","zipcode":"10001","country_code":"US","state":595,"state_name":"New York","custom_fields":[{"name":"company","value":"ACME"}]}]""";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_account_comes_with_addresses_and_the_name_of_its_membership()
    {
        var shop = Shop(Account);
        var customer = Assert.IsType<ReadOutcome<Customer>.Found>(await Customers(shop).ReadAsync(ShopPairs.Pair(), "7", Ct)).Value;

        Assert.Equal(("7", "a@example.com", "Anna", "Kowalska", "ACME"), (customer.Id, customer.Email, customer.FirstName, customer.LastName, customer.Company));
        Assert.Equal(("Wholesale", "en", true), (customer.Group, customer.Language, customer.IsActive));
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.Zero), customer.CreatedAt);
        var address = Assert.Single(customer.Addresses);
        Assert.Equal(("NY", "US", true, false), (address.Address.State, address.Address.Country, address.IsBilling, address.IsShipping));
    }

    [Fact]
    public async Task Memberships_are_asked_for_once()
    {
        var shop = Shop(Account);
        var customers = Customers(shop);
        await customers.ReadAsync(ShopPairs.Pair(), "7", Ct);
        await customers.ReadAsync(ShopPairs.Pair(), "7", Ct);

        Assert.Single(shop.Requests, asked => asked.ApiPath == "memberships");
    }

    [Theory]
    [InlineData("""{"id":7,"login":"a@example.com","access_level":100,"first_login_date":"2026-11-20T10:00:00+00:00"}""", true)]
    [InlineData("""{"id":7,"login":"a@example.com","access_level":0,"first_login_date":null,"last_login_date":null}""", true)]
    [InlineData("""{"id":7,"login":"a@example.com","access_level":0,"first_login_date":null,"last_login_date":null}""", false)]
    public async Task Administrators_never_and_who_never_logged_in_only_on_request_are_customers(string profile, bool guestsByLogin)
    {
        var customers = Shop(profile).Connector(ShopPairs.Shop55(new JsonObject { ["guestsByLogin"] = guestsByLogin })).Customers!;
        var outcome = await customers.ReadAsync(ShopPairs.Pair(), "7", Ct);

        if (guestsByLogin) Assert.True(Assert.IsType<ReadOutcome<Customer>.NotReady>(outcome).Ignore);
        else Assert.IsType<ReadOutcome<Customer>.Found>(outcome);
        Assert.Equal(guestsByLogin ? 0 : 1, Assert.IsType<CrawlPage.Read>(await customers.PageAsync(ShopPairs.Pair(), 1, Ct)).Records.Count);
    }

    [Fact]
    public async Task A_page_without_customers_is_not_the_last_while_it_is_full()
    {
        var guests = $"[{string.Join(',', Enumerable.Range(1, 20).Select(id => $$"""{"id":{{id}},"login":"g{{id}}@example.com","access_level":0}"""))}]";
        var shop = new ScriptedShop(asked => asked.ApiPath == "profiles" ? ScriptedShop.Json(guests) : throw new InvalidOperationException(asked.Target));

        var page = Assert.IsType<CrawlPage.Read>(await Customers(shop).PageAsync(ShopPairs.Pair(), 1, Ct));
        Assert.Empty(page.Records);
        Assert.False(page.Last);
    }

    [Fact]
    public async Task What_cannot_be_read_whole_fails_the_page_and_what_was_just_deleted_is_left_out()
    {
        static ScriptedShop Broken(Func<HttpResponseMessage> addresses) =>
            new(asked => asked.ApiPath == "profiles" ? ScriptedShop.Json($"[{Account}]") : asked.ApiPath == "profiles/7" ? ScriptedShop.Json(Account) : addresses());

        Assert.IsType<CrawlPage.Failed>(await Customers(Broken(() => ScriptedShop.Empty(HttpStatusCode.ServiceUnavailable))).PageAsync(ShopPairs.Pair(), 1, Ct));
        Assert.Empty(Assert.IsType<CrawlPage.Read>(await Customers(Broken(() => ScriptedShop.Problem(HttpStatusCode.NotFound, "Not Found"))).PageAsync(ShopPairs.Pair(), 1, Ct)).Records);
        Assert.False(Assert.IsType<ReadOutcome<Customer>.NotReady>(await Customers(Broken(() => ScriptedShop.Problem(HttpStatusCode.NotFound, "Not Found"))).ReadAsync(ShopPairs.Pair(), "7", Ct)).Ignore);
    }

    private static IStorefrontCustomers Customers(ScriptedShop shop) => shop.Connector(ShopPairs.Shop55()).Customers!;

    private static ScriptedShop Shop(string profile) => new(asked => asked.ApiPath switch
    {
        "profiles" => ScriptedShop.Json($"[{profile}]"),
        "profiles/7" => ScriptedShop.Json(profile),
        "profiles/7/addresses" => ScriptedShop.Json(Addresses),
        "memberships" => ScriptedShop.Json("""[{"id":4,"name":"Wholesale"}]"""),
        _ => ScriptedShop.Problem(HttpStatusCode.NotFound, "Not Found"),
    });
}
