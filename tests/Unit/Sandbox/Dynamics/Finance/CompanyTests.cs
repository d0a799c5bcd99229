using System.Text.Json.Nodes;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Dynamics.Finance;

public sealed class CompanyTests
{
    [Theory]
    [InlineData("CustomersV3?$filter=CustomerAccount eq 'ACME'", "usmf")]
    [InlineData("CustomersV3?cross-company=true&$filter=CustomerAccount eq 'ACME'", "demf,usmf")]
    [InlineData("CustomersV3?cross-company=true&$filter=dataAreaId eq 'demf' and CustomerAccount eq 'ACME'", "demf")]
    [InlineData("CustomersV3?$filter=dataAreaId eq 'demf' and CustomerAccount eq 'ACME'", "")]
    public async Task Other_legal_entities_are_seen_across_companies_only(string query, string expected)
    {
        await using var environment = await Environment.StartAsync();

        Assert.Equal(expected, string.Join(',', (await environment.GetAsync(query)).Rows.Select(row => row.Text("dataAreaId"))));
    }

    [Fact]
    public async Task A_company_without_access_is_empty_and_not_an_error_but_cannot_be_written()
    {
        await using var environment = await Environment.StartAsync();
        await environment.ControlAsync("settings", new JsonObject { ["companies"] = new JsonArray("usmf") });

        Assert.Empty((await environment.GetAsync("CustomersV3?cross-company=true&$filter=dataAreaId eq 'demf'")).Rows);
        Assert.Equal(404, (await environment.GetAsync("CustomersV3(dataAreaId='demf',CustomerAccount='ACME')?cross-company=true")).Status);
        var write = await environment.PostAsync("CustomersV3", Customer("demf"));
        Assert.Equal(400, write.Status);
        Assert.Contains("do not have access to the legal entity demf", write.Inner, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_to_another_company_needs_the_option()
    {
        await using var environment = await Environment.StartAsync();

        var refused = await environment.SendAsync(HttpMethod.Post, "/data/CustomersV3", Environment.Json(Customer("demf")));
        var changed = await environment.SendAsync(
            HttpMethod.Patch, "/data/CustomersV3(dataAreaId='demf',CustomerAccount='ACME')", Environment.Json(new JsonObject { ["AddressCity"] = "Bonn" }));

        Assert.Equal((400, 400), (refused.Status, changed.Status));
        Assert.Contains("belongs to the legal entity demf", refused.Inner, StringComparison.Ordinal);
        Assert.Equal(201, (await environment.PostAsync("CustomersV3", Customer("demf"))).Status);
    }

    [Fact]
    public async Task A_record_without_a_company_is_made_in_the_users_own()
    {
        await using var environment = await Environment.StartAsync();
        var body = Customer("usmf");
        body.Remove("dataAreaId");

        Assert.Equal("usmf", (await environment.MadeAsync("CustomersV3", body)).Text("dataAreaId"));
    }

    private static JsonObject Customer(string company) => new() { ["dataAreaId"] = company, ["CustomerGroupId"] = "WEB", ["OrganizationName"] = "New" };
}
