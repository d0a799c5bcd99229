using System.Text.Json.Nodes;
using Integration.Connectors.Http;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Customers;
using Integration.Dynamics.Dataverse.Customers;
using Integration.Mapping.Documents;
using Integration.Mapping.Lookups;
using Integration.Tests.Unit.Sandbox.Dynamics.Dataverse;
using Integration.Tests.Unit.Sandbox.Shop;
using Xunit;

namespace Integration.Tests.Unit.Dynamics.Dataverse.Customers;

public sealed class DataverseCustomerRecordsTests
{
    private const string Wholesale = "wholesale-id";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_made_is_read_as_it_was_meant_and_neither_address_nor_number_is_in_a_timeline()
    {
        await using var bench = await RecordsBench.StartAsync();
        using var log = CallLog.Begin();

        var done = Assert.IsType<WriteOutcome.Done>(await bench.Records.CreateAsync(Map(Account()), Ct));

        var read = Assert.IsType<ReadOutcome<ErpCustomer>.Found>(await bench.Records.ReadAsync(done.Ref.Id, Ct)).Value;
        Assert.Equal(done.Echo, read.Record.ToJsonString());
        Assert.Equal(Account(), Read(read.Record).Where(field => field.Key != CustomerFields.Active).ToDictionary());
        Assert.Equal([done.Ref.Id], (await bench.Records.WithEmailAsync(" ANN@example.org", Ct)).Customers.Select(customer => customer.Id));
        Assert.Equal([done.Ref.Id], (await bench.Records.WithPhoneAsync("+41 44 1", Ct)).Customers.Select(customer => customer.Id));
        Assert.All(log.Calls, call => Assert.DoesNotContain("example.org", call.Target, StringComparison.OrdinalIgnoreCase));
        Assert.All(log.Calls, call => Assert.DoesNotContain("44", call.Target.Split('?', 2)[^1], StringComparison.Ordinal));
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
        var record = new JsonObject();
        var written = Map(account);
        foreach (var column in new AccountColumns([]).Fields) record[column] = written[column]?.DeepClone() ?? "";

        Assert.Equal(account, Read(record).Where(field => field.Key != CustomerFields.Active).ToDictionary());
    }

    [Fact]
    public async Task A_change_under_an_old_tag_is_written_where_the_other_changed_something_else()
    {
        await using var bench = await RecordsBench.StartAsync();
        var records = bench.Records;
        var id = await MadeAsync(records);
        await records.ReadAsync(id, Ct);
        await bench.Org.PatchAsync($"accounts({id})", new() { ["websiteurl"] = "https://ann.example.org" });

        Assert.IsType<WriteOutcome.Done>(await records.UpdateAsync(id, new JsonObject { ["telephone1"] = "2" }, Ct));

        var account = (await bench.Org.GetAsync($"accounts({id})")).Json;
        Assert.Equal(("2", "https://ann.example.org"), (account.Text("telephone1"), account.Text("websiteurl")));
    }

    [Fact]
    public async Task A_change_of_what_somebody_else_changed_just_now_is_left_to_the_next_comparison()
    {
        await using var bench = await RecordsBench.StartAsync();
        var records = bench.Records;
        var id = await MadeAsync(records);
        await records.ReadAsync(id, Ct);
        await bench.Org.PatchAsync($"accounts({id})", new() { ["telephone1"] = "theirs" });

        Assert.Equal("telephone1", Assert.Single(Assert.IsType<WriteOutcome.Rejected>(await records.UpdateAsync(id, new JsonObject { ["telephone1"] = "ours" }, Ct)).Reasons).Field);

        Assert.Equal("theirs", (await bench.Org.GetAsync($"accounts({id})")).Json.Text("telephone1"));
        await records.ReadAsync(id, Ct);
        Assert.IsType<WriteOutcome.Done>(await records.UpdateAsync(id, new JsonObject { ["telephone1"] = "ours" }, Ct));
    }

    [Fact]
    public async Task A_price_list_is_a_group_both_ways_and_an_unknown_column_is_refused()
    {
        await using var bench = await RecordsBench.StartAsync();
        var records = bench.Records;
        var id = await MadeAsync(records);
        var list = Web.PriceList("Wholesale").Split('(', ')')[1];
        var wanted = new JsonObject { ["_defaultpricelevelid_value"] = list };

        var done = Assert.IsType<WriteOutcome.Done>(await records.UpdateAsync(id, wanted, Ct));

        Assert.Equal(list, (string?)JsonNode.Parse(done.Echo!)!["_defaultpricelevelid_value"]);
        Assert.Equal(Wholesale, Read((JsonObject)JsonNode.Parse(done.Echo!)!, ("price-classes", list, Wholesale))[CustomerFields.Group]);
        Assert.Equal("_defaultpricelevelid_value", Assert.Single(Assert.IsType<WriteOutcome.Rejected>(await records.UpdateAsync(id, new JsonObject { ["_defaultpricelevelid_value"] = "Wholesale" }, Ct)).Reasons).Field);
        Assert.Equal("phone", Assert.Single(Assert.IsType<WriteOutcome.Rejected>(await records.UpdateAsync(id, new JsonObject { ["phone"] = "2" }, Ct)).Reasons).Field);
    }

    [Fact]
    public async Task Sweeps_list_what_changed_since_and_our_own_change_with_it()
    {
        var time = new SteppedTime();
        await using var bench = await RecordsBench.StartAsync(clock: time);
        var records = bench.Records;
        time.Step(TimeSpan.FromHours(1));
        var since = time.GetUtcNow();
        Assert.Empty(await RecordsBench.AllAsync(records.ChangedSinceAsync(since, Ct)));
        var ids = new List<string>();
        for (var number = 0; number < RecordsBench.PageSize + 2; number++) ids.Add(await MadeAsync(records, $"c{number}@example.org"));

        var listed = await RecordsBench.AllAsync(records.ChangedSinceAsync(since, Ct));

        Assert.Equal(ids.Order(), listed.Select(record => record.Id).Order());
        Assert.All(listed, record => Assert.Equal(since, record.ChangedAt));
        Assert.Empty(await RecordsBench.AllAsync(records.ChangedSinceAsync(since.AddSeconds(1), Ct)));
    }

    [Fact]
    public async Task What_is_gone_or_no_id_is_not_found_and_not_made_by_a_change()
    {
        await using var bench = await RecordsBench.StartAsync();
        var id = Guid.NewGuid().ToString();

        foreach (var none in (string[])[id, "WEBGUEST"])
        {
            Assert.IsType<ReadOutcome<ErpCustomer>.NotFound>(await bench.Records.ReadAsync(none, Ct));
            Assert.Equal("accountid", Assert.Single(Assert.IsType<WriteOutcome.Rejected>(await bench.Records.UpdateAsync(none, new JsonObject { ["telephone1"] = "2" }, Ct)).Reasons).Field);
        }
    }

    private static async Task<string> MadeAsync(DataverseCustomerRecords records, string email = "ann@example.org")
    {
        var account = Account();
        account[CustomerFields.Email] = email;
        return Assert.IsType<WriteOutcome.Done>(await records.CreateAsync(Map(account), Ct)).Ref.Id;
    }

    private static Dictionary<string, string> Account() => new()
    {
        [CustomerFields.Email] = "ann@example.org", [CustomerFields.Name] = "Ann von Example", [CustomerFields.Company] = "", [CustomerFields.Phone] = "+41 44 1", [CustomerFields.Street] = "1 Main St",
        [CustomerFields.Street2] = "Apt 4", [CustomerFields.City] = "Zürich", [CustomerFields.PostalCode] = "8001", [CustomerFields.State] = "", [CustomerFields.Country] = "CH",
    };

    private static JsonObject Map(Dictionary<string, string> account) =>
        Mapped(AccountMapping.ToErp(new AccountColumns([])), new JsonObject(account.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)field.Value))), LookupTables.None);

    private static Dictionary<string, string> Read(JsonObject record, (string Table, string From, string To)? lookup = null)
    {
        var source = (JsonObject)record.DeepClone();
        source[CustomerSchemas.Compared] = lookup is null ? new JsonArray() : new JsonArray(CustomerFields.Group);
        var tables = lookup is var (table, from, to) ? LookupTables.Parse(new JsonObject { [table] = new JsonObject { ["codes"] = new JsonObject { [from] = to } } }, "test") : LookupTables.None;
        return Mapped(AccountMapping.ToStore(new AccountColumns([])), source, tables).ToDictionary(field => field.Key, field => (string)field.Value!);
    }

    private static JsonObject Mapped(MappingPort port, JsonObject source, LookupTables tables)
    {
        var result = MappingDocument.Parse(port.Default).Compile(port.Source, port.Target).Map(source, tables, new MappingContext(), Ct);
        Assert.Empty(result.Problems);
        return result.Document!;
    }
}
