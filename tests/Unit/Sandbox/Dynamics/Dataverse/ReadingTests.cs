using System.Net;
using Integration.Sandbox.Dynamics.Dataverse.Control;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Dynamics.Dataverse;

public sealed class ReadingTests
{
    [Fact]
    public async Task A_record_comes_with_its_ETag_its_empty_columns_and_lookups_as_values()
    {
        await using var org = await Org.StartAsync();

        var answer = await org.GetAsync($"accounts({Ids.Of("account", "ACME")})");

        var account = answer.Json;
        Assert.Equal(answer.Header("ETag"), account.Text("@odata.etag"));
        Assert.Matches("^W/\"\\d+\"$", account.Text("@odata.etag"));
        Assert.Equal("4.0", answer.Header("OData-Version"));
        Assert.Equal(("Acme Stores", Ids.Of("pricelevel", "Wholesale")), (account.Text("name"), account.Id("_defaultpricelevelid_value")));
        Assert.True(account.AsObject().ContainsKey("telephone1") && account["telephone1"] is null);
        Assert.DoesNotContain("@OData.Community", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Selected_columns_come_with_the_id_only()
    {
        await using var org = await Org.StartAsync();

        var account = (await org.GetAsync($"accounts({Ids.Of("account", "ACME")})?$select=name")).Json.AsObject();

        Assert.Equal(["@odata.context", "@odata.etag", "name", "accountid"], account.Select(property => property.Key));
    }

    [Fact]
    public async Task Annotations_come_when_they_are_asked_for()
    {
        await using var org = await Org.StartAsync();
        var order = await org.OrderAsync();

        var read = (await org.GetAsync($"salesorders({order.Id("salesorderid")})", "odata.include-annotations=\"*\"")).Json;

        Assert.Equal("Active", read.Text("statecode@OData.Community.Display.V1.FormattedValue"));
        Assert.Equal("$17.90", read.Text("totalamount@OData.Community.Display.V1.FormattedValue"));
        Assert.Equal("Web guest", read.Text("_customerid_value@OData.Community.Display.V1.FormattedValue"));
        Assert.Equal("account", read.Text("_customerid_value@Microsoft.Dynamics.CRM.lookuplogicalname"));
        Assert.Equal("customerid_account", read.Text("_customerid_value@Microsoft.Dynamics.CRM.associatednavigationproperty"));
    }

    [Theory]
    [InlineData("accountnumber eq 'acme'", "ACME")]
    [InlineData("contains(name,'wind') and statecode eq 0", "NORDWIND")]
    [InlineData("startswith(name,'Acme') or endswith(name,'Customer')", "ACME,RETIRED")]
    [InlineData("not (accountnumber eq 'ACME') and emailaddress1 ne null", "NORDWIND,RETIRED")]
    [InlineData("defaultpricelevelid/name eq 'Wholesale'", "ACME")]
    [InlineData("emailaddress1 eq null", "WEBGUEST")]
    [InlineData("Microsoft.Dynamics.CRM.In(PropertyName='accountnumber',PropertyValues=['ACME','RETIRED'])", "ACME,RETIRED")]
    [InlineData("name eq 'Acme''s' or accountnumber eq 'ACME '", "ACME")]
    [InlineData("(accountnumber eq 'ACME' or accountnumber eq 'NORDWIND') and statecode eq 0", "ACME,NORDWIND")]
    [InlineData("createdon gt 2020-01-01T00:00:00Z and statuscode eq 2", "RETIRED")]
    public async Task Filters_find_what_they_name(string filter, string numbers)
    {
        await using var org = await Org.StartAsync();

        var answer = await org.GetAsync($"accounts?$select=accountnumber&$filter={Uri.EscapeDataString(filter)}&$orderby=accountnumber");

        Assert.Equal(numbers, string.Join(',', answer.Rows.Select(row => row!.Text("accountnumber"))));
    }

    [Theory]
    [InlineData("accounts?$select=Name", "0x0")]
    [InlineData("accounts?$select=primarycontactid", "0x0")]
    [InlineData("accounts?$filter=nothing eq 1", "0x0")]
    [InlineData("accounts?$filter=name eq 5", "0x80060888")]
    [InlineData("accounts?$filter=length(name) eq 5", "0x80060888")]
    [InlineData("accounts?$filter=name has 'a'", "0x80060888")]
    [InlineData("accounts?$skip=5", "0x80060888")]
    [InlineData("accounts?$apply=aggregate(revenue with sum as total)", "0x80060888")]
    [InlineData("accounts?$expand=PrimaryContactId", "0x0")]
    [InlineData("accounts?$top=none", "0x80060888")]
    public async Task What_cannot_be_read_is_refused(string path, string code)
    {
        await using var org = await Org.StartAsync();

        Assert.Equal((400, code), (await org.GetAsync(path)).Error);
    }

    [Fact]
    public async Task A_set_that_is_not_there_is_a_404_with_its_segment()
    {
        await using var org = await Org.StartAsync();

        var answer = await org.GetAsync("Accounts");

        Assert.Equal((404, "0x8006088a"), answer.Error);
        Assert.Equal("Resource not found for the segment 'Accounts'.", answer.Message);
        Assert.Equal((404, "0x80040217"), (await org.GetAsync($"accounts({Guid.NewGuid()})")).Error);
    }

    [Theory]
    [InlineData("")]
    [InlineData("&$orderby=productnumber desc")]
    [InlineData("&$orderby=modifiedon")]
    [InlineData("&$filter=modifiedon ge 2020-01-01T00:00:00Z&$orderby=modifiedon asc,productid")]
    [InlineData("&$filter=modifiedon ge 2020-01-01T00:00:00Z")]
    public async Task Pages_follow_their_links_to_the_end_and_show_every_record_once(string more)
    {
        await using var org = await Org.StartAsync();
        var seen = new List<string>();

        var answer = await org.GetAsync($"products?$select=productnumber{more}", "odata.maxpagesize=7");
        Assert.Equal("odata.maxpagesize=7", answer.Header("Preference-Applied"));
        while (true)
        {
            Assert.InRange(answer.Rows.Count, 1, 7);
            seen.AddRange(answer.Rows.Select(row => row!.Text("productnumber")));
            if (answer.Json["@odata.nextLink"] is not { } next) break;
            answer = await org.GetAsync(next.GetValue<string>(), "odata.maxpagesize=7");
        }

        Assert.Equal(20, seen.Count);
        Assert.Equal(20, seen.Distinct().Count());
    }

    [Fact]
    public async Task With_a_page_size_top_is_ignored_and_without_one_it_ends_the_list()
    {
        await using var org = await Org.StartAsync();

        var top = await org.GetAsync("products?$top=3&$count=true");
        Assert.Equal((3, 20), (top.Rows.Count, top.Json.Whole("@odata.count")));
        Assert.Null(top.Json["@odata.nextLink"]);
        var page = await org.GetAsync("products?$top=3", "odata.maxpagesize=10");
        Assert.Equal(10, page.Rows.Count);
        Assert.NotNull(page.Json["@odata.nextLink"]);
    }

    [Fact]
    public async Task Lookups_and_collections_are_expanded_with_their_own_options()
    {
        await using var org = await Org.StartAsync();
        var order = await org.OrderAsync(Web.Order(Web.Line("MUG-01", 1m), Web.Line("MUG-02", 3m)));

        var read = (await org.GetAsync(
            $"salesorders({order.Id("salesorderid")})?$select=name&$expand=customerid_account($select=accountnumber),order_details($select=quantity;$filter=quantity gt 2;$expand=productid($select=productnumber))")).Json;

        Assert.Equal("WEBGUEST", read["customerid_account"]!.Text("accountnumber"));
        var line = Assert.Single(read["order_details"]!.AsArray())!;
        Assert.Equal((3m, "MUG-02"), (line.Amount("quantity"), line["productid"]!.Text("productnumber")));
        Assert.Equal(2, (await org.GetAsync($"salesorders({order.Id("salesorderid")})/order_details?$select=quantity")).Rows.Count);
    }

    [Fact]
    public async Task Who_has_the_record_as_it_is_gets_304_unless_annotations_are_wanted()
    {
        await using var org = await Org.StartAsync();
        var path = $"{Org.Root}accounts({Ids.Of("account", "ACME")})";
        var tag = (await org.SendAsync(HttpMethod.Get, path)).Header("ETag");
        Task<Answer> AgainAsync(string? prefer) => org.SendAsync(HttpMethod.Get, path, null, request =>
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            if (prefer is not null) request.Headers.TryAddWithoutValidation("Prefer", prefer);
        });

        Assert.Equal(HttpStatusCode.NotModified, (await AgainAsync(null)).Status);
        Assert.Equal(HttpStatusCode.OK, (await AgainAsync("odata.include-annotations=\"*\"")).Status);
    }

    [Fact]
    public async Task Dates_without_time_are_either_instants_or_dates()
    {
        await using var org = await Org.StartAsync();
        var order = await org.OrderAsync(Web.Order().With("requestdeliveryby", "2026-05-04T00:00:00Z"));
        Assert.Equal("2026-05-04T00:00:00Z", order.Text("requestdeliveryby"));
        Assert.Equal((400, "0x80048d19"), (await org.PostAsync("salesorders", Web.Order().With("requestdeliveryby", "2026-05-04"))).Error);

        org.StandIn.Settings.DateOnlyAsDate = true;

        Assert.Equal("2026-05-04", (await org.ReadAsync(order)).Text("requestdeliveryby"));
        Assert.Equal((400, "0x80048d19"), (await org.PostAsync("salesorders", Web.Order().With("requestdeliveryby", "2026-05-04T00:00:00Z"))).Error);
    }
}
