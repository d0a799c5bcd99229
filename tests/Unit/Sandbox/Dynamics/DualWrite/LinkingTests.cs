using System.Net;
using Integration.Tests.Unit.Sandbox.Dynamics.Dataverse;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Dynamics.DualWrite;

public sealed class LinkingTests
{
    [Fact]
    public async Task A_linked_organization_knows_the_legal_entities_and_lists_its_maps()
    {
        await using var linked = await Linked.StartAsync();

        Assert.Equal([("DEMF", false), ("USMF", true)], (await linked.ListAsync("cdm_companies?$select=cdm_companycode,cdm_isenabledfordualwrite"))
            .Select(company => (company.Text("cdm_companycode"), company["cdm_isenabledfordualwrite"]!.GetValue<bool>())).OrderBy(company => company.Item1, StringComparer.Ordinal));
        var maps = await linked.ListAsync("msdyn_dualwriteruntimeconfigs?$filter=msdyn_internalentityname eq 'salesorder'");
        Assert.Equal(("CDS sales order headers", "Running"), (Assert.Single(maps).Text("msdyn_externalentityname"), maps[0].Text("msdyn_status")));
        Assert.True((await linked.ListAsync("organizations"))[0]["issopintegrationenabled"]!.GetValue<bool>());
    }

    [Fact]
    public async Task What_finance_and_operations_held_is_there_when_the_two_are_linked()
    {
        await using var linked = await Linked.StartAsync();

        var guest = (await linked.SendAsync(HttpMethod.Get, $"{Web.Account("WEBGUEST").TrimStart('/')}?$expand=msdyn_company,msdyn_customergroupid")).Json;
        Assert.Equal(("USMF", "WEB", 3), (guest["msdyn_company"]!.Text("cdm_companycode"), guest["msdyn_customergroupid"]!.Text("msdyn_groupid"), guest.Whole("customertypecode")));
        var retired = (await linked.ListAsync("accounts?$filter=accountnumber eq 'RETIRED'"))[0];
        Assert.Equal(806380002, retired.Whole("msdyn_onholdstatus"));
        var mug = (await linked.SendAsync(HttpMethod.Get, $"{Web.Product("MUG-01").TrimStart('/')}?$expand=defaultuomid")).Json;
        Assert.Equal(("MUG-01", "ea"), (mug.Text("msdyn_productnumber"), mug["defaultuomid"]!.Text("msdyn_symbol")));
        var shipping = Assert.Single(await linked.ListAsync("products?$filter=msdyn_productnumber eq 'SHIPPING'"));
        Assert.Equal((3, 0), (shipping.Whole("producttypecode"), shipping.Whole("statecode")));
        Assert.Equal(["EXPRESS", "FREE", "GROUND", "PICKUP"], (await linked.ListAsync("msdyn_shipvias")).Select(mode => mode.Text("msdyn_name")).Order(StringComparer.Ordinal));
        Assert.Equal(["EAST", "MAIN", "RETURNS"], (await linked.ListAsync("msdyn_warehouses")).Select(warehouse => warehouse.Text("msdyn_warehouseidentifier")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_organization_that_is_not_linked_has_neither_the_tables_nor_the_columns()
    {
        await using var org = await Org.StartAsync();

        Assert.Equal((404, "0x8006088a"), (await org.GetAsync("cdm_companies")).Error);
        Assert.Equal(HttpStatusCode.BadRequest, (await org.PostAsync("salesorders", Web.Order().With("msdyn_ordertype", 192350000))).Status);
    }

    [Fact]
    public async Task Linking_is_done_once_and_the_state_of_the_maps_outlives_a_restart()
    {
        await using var linked = await Linked.StartAsync();
        await linked.ControlAsync("pause", new() { ["map"] = "salesorder" });
        await linked.ControlAsync("stop", new() { ["map"] = "invoice" });

        await linked.RestartAsync();

        var maps = (await linked.StateAsync())["maps"]!.AsArray().ToDictionary(map => map!.Text("map"), map => map!.Text("status"));
        Assert.Equal(("Paused", "NotRunning", "Running"), (maps["salesorder"], maps["invoice"], maps["salesorderdetail"]));
        Assert.Empty(await linked.ListAsync("msdyn_dualwriteruntimeconfigs?$filter=msdyn_internalentityname eq 'invoice'"));
        Assert.Equal(2, (await linked.ListAsync("cdm_companies")).Count);
    }

    [Fact]
    public async Task A_token_is_good_for_the_back_end_that_it_was_given_for()
    {
        await using var linked = await Linked.StartAsync();

        Assert.Equal(HttpStatusCode.OK, (await linked.SendAsync(HttpMethod.Get, "WhoAmI")).Status);
        Assert.NotEmpty(await linked.FinanceAsync("CustomersV3"));
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(linked.StandIn.Finance.BaseUrl, "/data/CustomersV3"));
        request.Headers.Authorization = new("Bearer", await linked.SignInAsync(linked.StandIn.Dataverse.BaseUrl));
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }
}
