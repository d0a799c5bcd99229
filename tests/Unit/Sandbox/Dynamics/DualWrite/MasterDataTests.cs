using System.Net;
using System.Text.Json.Nodes;
using Integration.Tests.Unit.Sandbox.Dynamics.Dataverse;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Dynamics.DualWrite;

public sealed class MasterDataTests
{
    private static JsonObject Buyer => new()
    {
        ["name"] = "New Buyer Ltd", ["customertypecode"] = 3, ["msdyn_company@odata.bind"] = Linked.Usmf, ["emailaddress1"] = "new@buyer.example", ["address1_line1"] = "2 Side St", ["address1_city"] = "Leeds",
        ["address1_country"] = "GB", ["transactioncurrencyid@odata.bind"] = Web.Currency("GBP"), ["msdyn_customergroupid@odata.bind"] = Linked.Bind("msdyn_customergroup", "msdyn_customergroups", "usmf:WEB"),
    };

    [Fact]
    public async Task An_account_becomes_a_customer_whose_number_comes_back()
    {
        await using var linked = await Linked.StartAsync();

        var account = await linked.MakeAsync("accounts", Buyer);

        var customer = Assert.Single(await linked.FinanceAsync($"CustomersV3?$filter=CustomerAccount eq '{account.Text("accountnumber")}'"));
        Assert.Equal(("New Buyer Ltd", "WEB", "GBP", "GB"), (customer.Text("OrganizationName"), customer.Text("CustomerGroupId"), customer.Text("SalesCurrencyCode"), customer.Text("AddressCountryRegionISOCode")));
        Assert.Equal(HttpStatusCode.NoContent, (await linked.SendAsync(HttpMethod.Patch, $"accounts({account.Id("accountid")})", new() { ["name"] = "Newer Buyer Ltd" })).Status);
        Assert.Equal("Newer Buyer Ltd", (await linked.FinanceAsync($"CustomersV3?$filter=CustomerAccount eq '{account.Text("accountnumber")}'"))[0].Text("OrganizationName"));
        Assert.Equal((400, "0x80040265"), (await linked.SendAsync(HttpMethod.Post, "accounts", Buyer.Without("msdyn_customergroupid@odata.bind"))).Error);
    }

    [Fact]
    public async Task An_account_that_is_no_customer_stays_here()
    {
        await using var linked = await Linked.StartAsync();

        Assert.Equal("", (await linked.MakeAsync("accounts", Buyer.Without("customertypecode"))).Text("accountnumber"));

        Assert.Empty(await linked.FinanceAsync("CustomersV3?$filter=OrganizationName eq 'New Buyer Ltd'"));
    }

    [Fact]
    public async Task A_contact_that_is_sold_to_becomes_a_person_and_can_order()
    {
        await using var linked = await Linked.StartAsync();
        var contact = await linked.MakeAsync("contacts", new()
        {
            ["firstname"] = "Ann", ["lastname"] = "Buyer", ["msdyn_sellable"] = true, ["msdyn_contactpersonid"] = "P-1", ["msdyn_company@odata.bind"] = Linked.Usmf,
            ["transactioncurrencyid@odata.bind"] = Web.Currency("USD"), ["msdyn_customergroupid@odata.bind"] = Linked.Bind("msdyn_customergroup", "msdyn_customergroups", "usmf:WEB"),
        });

        var order = await linked.MakeAsync("salesorders", Linked.Order().Without("customerid_account@odata.bind").Without("msdyn_invoicecustomerid_account@odata.bind")
            .With("customerid_contact@odata.bind", $"/contacts({contact.Id("contactid")})").With("msdyn_invoicecustomerid_contact@odata.bind", $"/contacts({contact.Id("contactid")})"));

        Assert.Equal("Person", Assert.Single(await linked.FinanceAsync("CustomersV3?$filter=CustomerAccount eq 'P-1'")).Text("PartyType"));
        Assert.Equal("P-1", Assert.Single(await linked.FinanceAsync($"SalesOrderHeadersV4?$filter=SalesOrderNumber eq '{order.Text("msdyn_salesordernumber")}'")).Text("OrderingCustomerAccountNumber"));
    }

    [Fact]
    public async Task Customers_and_products_changed_there_arrive_here_and_products_go_one_way()
    {
        await using var linked = await Linked.StartAsync();

        await linked.PlayAsync("customer", new() { ["customerID"] = "ACME", ["city"] = "Boston", ["status"] = "Inactive" });
        await linked.PlayAsync("item", new() { ["inventoryId"] = "MUG-01", ["price"] = 9.25m });
        await linked.PlayAsync("item", new() { ["inventoryId"] = "MUG-03", ["description"] = "Mug green", ["price"] = 7.5m });
        await linked.SettleAsync();

        var acme = (await linked.SendAsync(HttpMethod.Get, Web.Account("ACME").TrimStart('/'))).Json;
        Assert.Equal(("Boston", 806380002), (acme.Text("address1_city"), acme.Whole("msdyn_onholdstatus")));
        Assert.Equal(9.25m, (await linked.SendAsync(HttpMethod.Get, Web.Product("MUG-01").TrimStart('/'))).Json.Amount("price"));
        var green = Assert.Single(await linked.ListAsync("products?$filter=msdyn_productnumber eq 'MUG-03'"));
        Assert.Equal(("Mug green", 7.5m, 0), (green.Text("name"), green.Amount("price"), green.Whole("statecode")));

        Assert.Equal(HttpStatusCode.NoContent, (await linked.SendAsync(HttpMethod.Patch, Web.Product("MUG-02").TrimStart('/'), new() { ["name"] = "Another name" })).Status);
        await linked.SettleAsync();
        Assert.Equal("Mug black", Assert.Single(await linked.FinanceAsync("ReleasedProductsV2?$filter=ItemNumber eq 'MUG-02'")).Text("ProductSearchName"));
    }
}
