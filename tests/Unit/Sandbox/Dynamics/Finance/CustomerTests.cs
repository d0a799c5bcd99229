using System.Text.Json.Nodes;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Dynamics.Finance;

public sealed class CustomerTests
{
    [Fact]
    public async Task A_person_is_made_with_a_number_a_name_and_an_address()
    {
        await using var environment = await Environment.StartAsync();

        var reply = await environment.PostAsync("CustomersV3", Person(("AddressStreet", "1 Main St"), ("AddressCity", "Bonn"), ("AddressCountryRegionId", "DEU"), ("PrimaryContactEmail", "ann@example.org")));

        Assert.Equal(201, reply.Status);
        var account = reply.Json.Text("CustomerAccount");
        Assert.Equal(("Ann Example", "DE", "USD"), (reply.Json.Text("NameAlias"), reply.Json.Text("AddressCountryRegionISOCode"), reply.Json.Text("SalesCurrencyCode")));
        Assert.EndsWith($"/data/CustomersV3(dataAreaId='usmf',CustomerAccount='{account}')", reply.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Single((await environment.GetAsync("CustomersV3?$filter=PrimaryContactEmail eq 'ANN@example.org'")).Rows);
    }

    [Theory]
    [InlineData("CustomerGroupId", "", "Field 'Customer group' must be filled in.")]
    [InlineData("CustomerGroupId", "NONE", "The value 'NONE' in field 'Customer group' is not found in the related table 'Customer groups'.")]
    [InlineData("SalesCurrencyCode", "XXX", "The value 'XXX' in field 'Currency' is not found in the related table 'Currencies'.")]
    [InlineData("PersonLastName", "", "Field 'Last name' must be filled in.")]
    [InlineData("PartyType", "Robot", "The value 'Robot' in field 'Party type' is not valid.")]
    [InlineData("AddressCity", "Bonn", "Field 'Country/region' must be filled in.")]
    [InlineData("AddressCountryRegionId", "XX", "The value 'XX' in field 'Country/region' is not found in the related table 'Countries/regions'.")]
    [InlineData("PaymentMethod", "BARTER", "The value 'BARTER' in field 'Method of payment' is not found in the related table 'Methods of payment'.")]
    [InlineData("PaymentTerms", "NEVER", "The value 'NEVER' in field 'Terms of payment' is not found in the related table 'Terms of payment'.")]
    [InlineData("DeliveryMode", "PIGEON", "The value 'PIGEON' in field 'Mode of delivery' is not found in the related table 'Modes of delivery'.")]
    public async Task A_customer_that_breaks_a_rule_is_refused(string property, string value, string text)
    {
        await using var environment = await Environment.StartAsync();

        var reply = await environment.PostAsync("CustomersV3", Person((property, value)));

        Assert.Equal(400, reply.Status);
        Assert.Equal("An error has occurred.", reply.Json["error"]!["message"]!.GetValue<string>());
        Assert.Equal($"Write failed for table row of type 'CustCustomerV3Entity'. Infolog: Warning: {text}; Error: Update has been canceled.", reply.Inner);
    }

    [Theory]
    [InlineData("Email", "\"x\"", "does not exist on type")]
    [InlineData("OnHoldStatus", "\"Maybe\"", "Cannot convert the literal 'Maybe'")]
    [InlineData("CreditLimit", "\"5\"", "Cannot convert the literal '5' to the expected type 'Edm.Decimal'")]
    [InlineData("KnownAs", "5", "to the expected type 'Edm.String'")]
    [InlineData("CredManCustomerSince", "\"yesterday\"", "to the expected type 'Edm.DateTimeOffset'")]
    public async Task Names_and_types_are_those_of_the_entity(string property, string value, string text)
    {
        await using var environment = await Environment.StartAsync();

        var reply = await environment.PostAsync("CustomersV3", Person((property, JsonNode.Parse(value))));

        Assert.Equal(400, reply.Status);
        Assert.Contains(text, reply.Inner, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_of_our_own_is_taken_once()
    {
        await using var environment = await Environment.StartAsync();

        await environment.MadeAsync("CustomersV3", Person(("CustomerAccount", "XC-7001")));
        var again = await environment.PostAsync("CustomersV3", Person(("CustomerAccount", "xc-7001")));

        Assert.Equal(400, again.Status);
        Assert.Contains("already exists", again.Inner, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_of_our_own_is_refused_where_the_sequence_is_automatic()
    {
        await using var environment = await Environment.StartAsync();
        await environment.ControlAsync("settings", new JsonObject { ["manualNumbers"] = false });

        Assert.Contains("does not allow manual numbers", (await environment.PostAsync("CustomersV3", Person(("CustomerAccount", "XC-1")))).Inner, StringComparison.Ordinal);
        Assert.Equal(201, (await environment.PostAsync("CustomersV3", Person())).Status);
    }

    [Fact]
    public async Task A_change_keeps_the_rest_and_a_stale_one_is_refused()
    {
        await using var environment = await Environment.StartAsync();
        const string Address = "CustomersV3(dataAreaId='usmf',CustomerAccount='ACME')";
        var tag = (await environment.GetAsync(Address)).Json.Text("@odata.etag");

        var first = await environment.PatchAsync(Address, new JsonObject { ["PrimaryContactPhone"] = "+1 555 0100" }, request => request.Headers.TryAddWithoutValidation("If-Match", tag));
        var second = await environment.PatchAsync(Address, new JsonObject { ["PrimaryContactPhone"] = "+1 555 0199" }, request => request.Headers.TryAddWithoutValidation("If-Match", tag));

        Assert.Equal((204, 412), (first.Status, second.Status));
        var customer = (await environment.GetAsync(Address)).Json;
        Assert.Equal(("+1 555 0100", "Acme Stores"), (customer.Text("PrimaryContactPhone"), customer.Text("OrganizationName")));
        Assert.NotEqual(tag, customer.Text("@odata.etag"));
        Assert.Equal(204, (await environment.PatchAsync(Address, new JsonObject { ["KnownAs"] = "Acme" }, request => request.Headers.TryAddWithoutValidation("If-Match", "*"))).Status);
    }

    [Fact]
    public async Task What_is_settled_cannot_be_changed_but_may_be_sent_as_it_is()
    {
        await using var environment = await Environment.StartAsync();
        const string Address = "CustomersV3(dataAreaId='usmf',CustomerAccount='ACME')";

        Assert.Contains("'PartyType' cannot be changed", (await environment.PatchAsync(Address, new JsonObject { ["PartyType"] = "Person" })).Inner, StringComparison.Ordinal);
        Assert.Equal(204, (await environment.PatchAsync(Address, new JsonObject { ["CustomerAccount"] = "ACME", ["PartyType"] = "Organization" })).Status);
    }

    [Fact]
    public async Task A_customer_with_orders_stays_and_another_may_go()
    {
        await using var environment = await Environment.StartAsync();
        await environment.OrderAsync(("MUG-01", 1, 1));

        Assert.Contains("there are transactions", (await environment.DeleteAsync("CustomersV3(dataAreaId='usmf',CustomerAccount='WEBGUEST')")).Inner, StringComparison.Ordinal);
        Assert.Equal(204, (await environment.DeleteAsync("CustomersV3(dataAreaId='usmf',CustomerAccount='NORDWIND')")).Status);
        Assert.Equal(404, (await environment.GetAsync("CustomersV3(dataAreaId='usmf',CustomerAccount='NORDWIND')")).Status);
    }

    [Fact]
    public async Task A_merchants_own_required_field_must_be_filled()
    {
        await using var environment = await Environment.StartAsync(settings => settings.RequireFields = ["CustomersV3.AddressZipCode"]);

        Assert.Contains("Field 'AddressZipCode' must be filled in.", (await environment.PostAsync("CustomersV3", Person())).Inner, StringComparison.Ordinal);
        Assert.Equal(201, (await environment.PostAsync("CustomersV3", Person(("AddressZipCode", "53111"), ("AddressCountryRegionISOCode", "DE")))).Status);
    }

    [Fact]
    public async Task People_change_customers_and_put_them_on_hold()
    {
        await using var environment = await Environment.StartAsync();

        await environment.ControlAsync("customer", new JsonObject { ["email"] = "buyer@acme.example", ["phone"] = "555", ["country"] = "DE", ["status"] = "Inactive" });
        await environment.ControlAsync("customer", new JsonObject { ["customerID"] = "NEWONE", ["customerName"] = "New One" });

        var customer = (await environment.GetAsync("CustomersV3(dataAreaId='usmf',CustomerAccount='ACME')")).Json;
        Assert.Equal(("555", "DEU", "All"), (customer.Text("PrimaryContactPhone"), customer.Text("AddressCountryRegionId"), customer.Text("OnHoldStatus")));
        Assert.Equal("New One", (await environment.GetAsync("CustomersV3(dataAreaId='usmf',CustomerAccount='NEWONE')")).Json.Text("OrganizationName"));
    }

    private static JsonObject Person(params (string Name, JsonNode? Value)[] more)
    {
        var person = new JsonObject { ["dataAreaId"] = "usmf", ["PartyType"] = "Person", ["PersonFirstName"] = "Ann", ["PersonLastName"] = "Example", ["CustomerGroupId"] = "WEB" };
        foreach (var (name, value) in more)
        {
            person[name] = value;
        }

        return person;
    }
}
