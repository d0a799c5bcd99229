using System.Text.Json.Nodes;
using Integration.Connectors.Http;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Customers;
using Integration.Dynamics.Finance.Customers;
using Integration.Mapping.Documents;
using Integration.Mapping.Lookups;
using Xunit;

namespace Integration.Tests.Unit.Dynamics.Customers;

public sealed class FinanceCustomerRecordsTests : IDisposable
{
    private readonly FinanceBench _bench = new(FinanceBench.Usual with { PageSize = 10, CustomerCurrency = "EUR" });

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private FinanceCustomerRecords Records => new(_bench.Client, _bench.Settings, TimeProvider.System);

    [Fact]
    public async Task A_customer_is_read_with_the_fields_that_mappings_use()
    {
        _bench.Server.On(("CustomersV3", FinanceReply.List(Customer("C42", "ANN@example.org"))));

        var customer = Assert.IsType<ReadOutcome<ErpCustomer>.Found>(await Records.ReadAsync("C42", Ct)).Value;

        Assert.Equal(("C42", "C42", "ann@example.org", true), (customer.Id, customer.Number, customer.Email, customer.IsActive));
        Assert.Equal("1 Main St\nApt 4", (string?)customer.Record["AddressStreet"]);
        Assert.Equal("", (string?)customer.Record["DiscountPriceGroupId"]);
        Assert.Contains("CustomerAccount eq 'C42'", Assert.Single(_bench.Server.Targets), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_customer_that_is_gone_is_not_found_and_a_star_finds_nobody_else()
    {
        Assert.IsType<ReadOutcome<ErpCustomer>.NotFound>(await Records.ReadAsync("C42", Ct));
        _bench.Server.On(("CustomersV3", FinanceReply.List(Customer("C42"))));
        Assert.IsType<ReadOutcome<ErpCustomer>.NotFound>(await Records.ReadAsync("C*", Ct));
    }

    [Fact]
    public async Task A_listing_is_whole_and_goes_along_the_accounts()
    {
        _bench.Server.Script = call => call.Target.Contains("CustomerAccount gt 'C10'", StringComparison.Ordinal) ? FinanceReply.List(Customer("C11", phone: "2")) : FinanceReply.List(Enumerable.Range(1, 10).Select(number => Customer($"C{number:00}")));

        var pages = new List<ChangePage>();
        await foreach (var page in Records.ChangedSinceAsync(DateTimeOffset.UnixEpoch, Ct)) pages.Add(page);

        Assert.Equal([false, true], pages.Select(page => page.Last));
        Assert.All(pages, page => Assert.True(page.IsWhole && page.SourceTime is not null));
        Assert.Equal(11, pages.SelectMany(page => page.Records).Select(record => record.Id).Distinct().Count());
        Assert.NotEqual(pages[0].Records[0].Content, pages[1].Records[0].Content);
    }

    [Fact]
    public async Task A_sweep_soon_after_a_whole_listing_says_nothing_and_asks_nothing()
    {
        _bench.Server.On(("CustomersV3", FinanceReply.List(Customer("C42"))));
        var records = Records;
        await foreach (var page in records.ChangedSinceAsync(DateTimeOffset.UnixEpoch, Ct)) Assert.True(page is { IsWhole: true, Last: true });

        await foreach (var page in records.ChangedSinceAsync(DateTimeOffset.UnixEpoch, Ct)) Assert.True(page is { IsWhole: false, Last: true, Failure: null, Records.Count: 0 });

        Assert.Single(_bench.Server.Calls);
    }

    [Fact]
    public async Task A_page_that_the_server_cut_short_is_not_the_last()
    {
        _bench.Server.Script = call => call.Target.Contains("gt 'C1'", StringComparison.Ordinal) ? FinanceReply.List(Customer("C2")) : FinanceReply.ListThen("https://shop.operations.dynamics.example/data/CustomersV3?$skiptoken=1", Customer("C1"));

        var first = await Records.PageAsync(null, Ct);
        var second = await Records.PageAsync(first.After, Ct);

        Assert.Equal(("C1", "C1", "C2", null), (first.Customers[0].Id, first.After, second.Customers[0].Id, second.After));
    }

    [Fact]
    public async Task A_failed_listing_is_not_the_end()
    {
        _bench.Server.Script = _ => FinanceReply.Error(403, "No.");

        await foreach (var page in Records.ChangedSinceAsync(DateTimeOffset.UnixEpoch, Ct)) Assert.True(page is { Last: false, Failure: WriteOutcome.Denied });
        Assert.IsType<WriteOutcome.Denied>((await Records.PageAsync(null, Ct)).Failure);
    }

    [Fact]
    public async Task Customers_are_found_by_mail_and_telephone_and_neither_is_in_a_timeline()
    {
        _bench.Server.On(("CustomersV3", FinanceReply.List(Customer("C42", "ANN@example.org"), Customer("C43", "bob@example.org", onHold: "All"))));
        using var log = CallLog.Begin();

        Assert.Equal(["C42"], (await Records.WithEmailAsync(" Ann@Example.org", Ct)).Customers.Select(customer => customer.Id));
        Assert.Equal([("C42", true), ("C43", false)], (await Records.WithPhoneAsync("+41 44 1", Ct)).Customers.Select(customer => (customer.Id, customer.IsActive)));

        Assert.All(log.Calls, call => Assert.DoesNotContain("example.org", call.Target, StringComparison.OrdinalIgnoreCase));
        Assert.All(log.Calls, call => Assert.DoesNotContain("44", call.Target, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_new_customer_is_what_the_mapping_made_and_its_answer_is_the_echo()
    {
        var document = Map(Account());
        _bench.Server.Script = _ => new FinanceReply(201, $$"""{"dataAreaId":"usmf",{{Customer("C77")}}}""");

        var done = Assert.IsType<WriteOutcome.Done>(await Records.CreateAsync(document, Ct));

        var body = JsonNode.Parse(Assert.Single(_bench.Server.Calls).Body)!;
        Assert.Equal(("usmf", "WEB", "EUR", "Person", "Ann", "von Example"), (
            (string?)body["dataAreaId"], (string?)body["CustomerGroupId"], (string?)body["SalesCurrencyCode"], (string?)body["PartyType"], (string?)body["PersonFirstName"], (string?)body["PersonLastName"]));
        Assert.Equal("CHE", (string?)body["AddressCountryRegionId"]);
        _bench.Server.On(("CustomersV3", FinanceReply.List(Customer("C77"))));
        Assert.Equal(done.Echo, Assert.IsType<ReadOutcome<ErpCustomer>.Found>(await Records.ReadAsync("C77", Ct)).Value.Record.ToJsonString());
    }

    [Fact]
    public async Task A_mail_address_that_was_not_stored_is_told()
    {
        _bench.Server.Script = _ => new FinanceReply(201, $$"""{"dataAreaId":"usmf",{{Customer("C77", "")}}}""");

        Assert.Equal("PrimaryContactEmail", Assert.Single(Assert.IsType<WriteOutcome.Differs>(await Records.CreateAsync(Map(Account()), Ct)).Fields).Field);
    }

    [Fact]
    public async Task Only_the_given_fields_are_written_and_the_record_is_read_back()
    {
        _bench.Server.Script = call => call.Method == "PATCH" ? new FinanceReply(204, "") : FinanceReply.List(Customer("C42", phone: "2"));

        var done = Assert.IsType<WriteOutcome.Done>(await Records.UpdateAsync("C42", new JsonObject { ["PrimaryContactPhone"] = "2" }, Ct));

        Assert.Equal("""{"PrimaryContactPhone":"2"}""", _bench.Server.Calls[0].Body);
        Assert.Equal("/data/CustomersV3(dataAreaId='usmf',CustomerAccount='C42')?cross-company=true", _bench.Server.Calls[0].Target);
        Assert.Equal("2", (string?)JsonNode.Parse(done.Echo!)!["PrimaryContactPhone"]);
    }

    [Fact]
    public async Task A_change_of_a_customer_that_is_gone_and_a_field_that_is_none_are_refused()
    {
        _bench.Server.Script = _ => new FinanceReply(404, "");

        Assert.Equal("CustomerAccount", Assert.Single(Assert.IsType<WriteOutcome.Rejected>(await Records.UpdateAsync("C42", new JsonObject { ["PrimaryContactPhone"] = "2" }, Ct)).Reasons).Field);
        Assert.Equal("Phone", Assert.Single(Assert.IsType<WriteOutcome.Rejected>(await Records.UpdateAsync("C42", new JsonObject { ["Phone"] = "2" }, Ct)).Reasons).Field);
    }

    [Theory]
    [InlineData("Ann von Example", "")]
    [InlineData("王", "")]
    [InlineData("", "")]
    [InlineData("Ann von Example", "Łódź AG")]
    public void What_is_written_is_read_as_it_was_meant(string name, string company)
    {
        var account = Account();
        (account[CustomerFields.Name], account[CustomerFields.Company]) = (name, company);
        var written = Map(account);
        var record = new JsonObject();
        foreach (var field in new CustomerRecordSchema(_bench.Settings).Fields) record[field] = written[field]?.DeepClone() ?? "";
        record["compared"] = new JsonArray();

        var result = MappingDocument.Parse(Records.ToStore.Default).Compile(Records.ToStore.Source, Records.ToStore.Target).Map(record, LookupTables.None, new MappingContext(), Ct);

        Assert.Empty(result.Problems);
        Assert.All(account, field => Assert.Equal(field.Value, (string?)result.Document![field.Key]));
    }

    [Fact]
    public void A_mapping_that_reads_a_field_that_is_not_read_is_told_so_until_the_setting_names_it()
    {
        Assert.False(new CustomerRecordSchema(_bench.Settings).Knows("SalesMemo", out _));
        Assert.True(new CustomerRecordSchema(_bench.Settings with { CustomerFields = ["SalesMemo"] }).Knows("SalesMemo", out _));
    }

    public void Dispose() => _bench.Dispose();

    private static string Customer(string account, string email = "ann@example.org", string phone = "+41 44 1", string onHold = "No") => $$"""
        "CustomerAccount":"{{account}}","PartyType":"Person","PersonFirstName":"Ann","PersonLastName":"von Example","PrimaryContactEmail":"{{email}}","PrimaryContactPhone":"{{phone}}",
        "AddressStreet":"1 Main St\r\nApt 4","OnHoldStatus":"{{onHold}}"
        """;

    private static Dictionary<string, string> Account() => new()
    {
        [CustomerFields.Email] = "ann@example.org", [CustomerFields.Name] = "Ann von Example", [CustomerFields.Company] = "", [CustomerFields.Phone] = "+41 44 1", [CustomerFields.Street] = "1 Main St",
        [CustomerFields.Street2] = "Apt 4", [CustomerFields.City] = "Zürich", [CustomerFields.PostalCode] = "8001", [CustomerFields.State] = "", [CustomerFields.Country] = "CH",
    };

    private JsonObject Map(Dictionary<string, string> account)
    {
        var source = new JsonObject(account.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)field.Value)));
        var result = MappingDocument.Parse(Records.ToErp.Default).Compile(Records.ToErp.Source, Records.ToErp.Target).Map(source, LookupTables.None, new MappingContext(), Ct);
        Assert.Empty(result.Problems);
        return result.Document!;
    }
}
