using System.Text.Json.Nodes;
using Integration.Connectors.Pairs;
using Integration.Contracts.Orders;
using Integration.Tests.Servers;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;

namespace Integration.Tests.Unit.Connectors.Pairs;

public sealed class PairFileTests : IDisposable
{
    private readonly string _folder = TestSettings.NewFolder("pairs");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_whole_file_is_read()
    {
        var pair = PairFile.Parse("p.json", Text(), _folder);

        Assert.Equal(("xcart-acumatica", PairMode.Live, "XC1", 14), (pair.Name, pair.Mode, pair.StorefrontCode, pair.SnapshotDays));
        Assert.Equal(new DateTimeOffset(2026, 1, 30, 23, 0, 0, TimeSpan.Zero), pair.From);
        Assert.Equal("Europe/Berlin", pair.TimeZone.Id);
        Assert.Equal("xc1-key", pair.Storefront.Secrets["key"]);
        Assert.Equal((90, 2, TimeSpan.FromSeconds(60)), (pair.Erp.CallsPerMinute, pair.Erp.ConcurrentCalls, pair.Erp.Deadline));
        Assert.Equal([PaymentStatus.Paid], pair.ImportRule.PaymentStatuses);
        Assert.Equal((TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(2)), (pair.Sweeps.Every, pair.Sweeps.Overlap));
        Assert.Equal(0.05m, pair.RoundingLimit);
        Assert.Equal("GROUND", pair.Lookups["ship-via"]!["Courier"]!.GetValue<string>());
    }

    [Fact]
    public void A_new_file_observes_and_takes_paid_and_authorised_orders()
    {
        var pair = PairFile.Parse("p.json", Text(json =>
        {
            foreach (var key in new[] { "mode", "importRule", "sweeps", "snapshotDays" }) json.Remove(key);
        }), _folder);

        Assert.Equal(PairMode.Observe, pair.Mode);
        Assert.Contains(PaymentStatus.Authorised, pair.ImportRule.PaymentStatuses);
        Assert.DoesNotContain(PaymentStatus.Unpaid, pair.ImportRule.PaymentStatuses);
    }

    [Fact]
    public void What_becomes_of_edits_is_said_or_usual()
    {
        var usual = PairFile.Parse("pair.json", Text(), ".");
        var said = PairFile.Parse("pair.json", Text(json => (json["amendments"], json["erpEdits"]) = ("attention", "staffNote")), ".");

        Assert.Equal((AmendmentRule.Update, ErpEditRule.Timeline), (usual.Amendments, usual.ErpEdits));
        Assert.Equal((AmendmentRule.Attention, ErpEditRule.StaffNote), (said.Amendments, said.ErpEdits));
    }

    public static TheoryData<string, string> Wrong => new()
    {
        { "pair", "\"Has Space\"" }, { "pair", "\"connection:x\"" }, { "mode", "\"on\"" }, { "from", "\"2026-01-31\"" }, { "from", "\"2026-01-31T00:00:00\"" }, { "from", "null" },
        { "timeZone", "\"Mars/Base\"" }, { "timeZone", "null" }, { "storefrontCode", "\"X-1\"" }, { "roundingLimit", "-1" }, { "roundingLimit", "\"0.05\"" },
        { "snapshotDays", "0" }, { "storefront.url", "\"http://shop.example/\"" }, { "storefront.url", "\"https://u:p@shop.example/\"" },
        { "storefront.connection", "\"\"" }, { "erp.deadline", "\"60\"" }, { "erp.callsPerMinute", "1.5" }, { "erp.callsPerMin", "10" }, { "unknown", "1" },
        { "erp.secrets.password", "5" }, { "importRule.paymentStatuses", "[\"maybe\"]" }, { "importRule.paymentStatuses", "[]" }, { "lookups.ship-via", "\"missing.json\"" },
        { "erp.connection", "\"xc1\"" }, { "amendments", "\"sometimes\"" }, { "amendments", "true" }, { "erpEdits", "\"customerNote\"" },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void A_wrong_value_is_named_with_file_key_and_fix(string key, string value)
    {
        var text = Text(json =>
        {
            var parts = key.Split('.');
            var section = parts[..^1].Aggregate(json, (at, part) => at[part]!.AsObject());
            section[parts[^1]] = JsonNode.Parse(value);
        });

        var problem = Assert.Throws<PairFileException>(() => PairFile.Parse("p.json", text, _folder));

        Assert.StartsWith(key, problem.Key, StringComparison.Ordinal);
        Assert.Contains("p.json", problem.Message, StringComparison.Ordinal);
        Assert.NotEmpty(problem.Fix);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"pair":"a","pair":"b"}""")]
    public void What_is_not_a_json_object_is_named(string text) =>
        Assert.Equal("(file)", Assert.Throws<PairFileException>(() => PairFile.Parse("p.json", text, _folder)).Key);

    [Fact]
    public void A_bad_file_disables_its_pair_only_and_a_mended_one_is_seen()
    {
        Write("a.json", Text());
        Write("b.json", "{ nonsense");
        var catalog = Catalog();
        Assert.Equal("xcart-acumatica", Assert.Single(catalog.Pairs).Name);
        Assert.Contains("b.json", Assert.Single(catalog.Problems).File, StringComparison.Ordinal);

        Write("b.json", Text(json =>
        {
            json["pair"] = "second";
            json["storefrontCode"] = "XC2";
        }));
        Assert.True(catalog.Refresh());
        Assert.Equal(2, catalog.Pairs.Count);
        Assert.Empty(catalog.Problems);
        Assert.False(catalog.Refresh());
    }

    [Theory]
    [InlineData("storefrontCode", "\"XC1\"", "storefrontCode")]
    [InlineData("erp.concurrentCalls", "9", "erp")]
    [InlineData("erp.settings.tenant", "\"Other\"", "erp")]
    public void Pairs_that_contradict_each_other_are_told_apart(string key, string value, string named)
    {
        Write("a.json", Text());
        Write("b.json", Text(json =>
        {
            json["pair"] = "second";
            json["storefrontCode"] = "XC2";
            var parts = key.Split('.');
            parts[..^1].Aggregate(json, (at, part) => at[part]!.AsObject())[parts[^1]] = JsonNode.Parse(value);
        }));

        Assert.Equal(named, Assert.Single(Catalog().Problems).Key);
    }

    [Fact]
    public void Going_live_changes_the_mode_only()
    {
        var file = Write("a.json", Text(json => json["mode"] = "observe"));
        var before = PairFile.Read(file);

        PairWriter.SetMode(file, PairMode.Live);

        var after = PairFile.Read(file);
        Assert.Equal(PairMode.Live, after.Mode);
        Assert.Equal(before.Storefront.Secrets["key"], after.Storefront.Secrets["key"]);
        Assert.Equal(before.From, after.From);
    }

    [Fact]
    public void A_new_file_is_written_once_and_only_when_it_is_right()
    {
        var content = JsonNode.Parse(Text())!.AsObject();
        var file = PairWriter.WriteNew(_folder, content);
        Assert.Equal("xcart-acumatica", PairFile.Read(file).Name);
        Assert.Throws<PairFileException>(() => PairWriter.WriteNew(_folder, content));

        content["pair"] = "other";
        content.Remove("from");
        Assert.Throws<PairFileException>(() => PairWriter.WriteNew(_folder, content));
        Assert.False(File.Exists(Path.Combine(_folder, "other.json")));
    }

    private PairCatalog Catalog() => new(Options.Create(new PairsOptions { Folder = _folder }), NullLogger<PairCatalog>.Instance);

    private string Write(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, text);
        return file;
    }

    private static string Text(Action<JsonObject>? change = null)
    {
        var json = JsonNode.Parse("""
            {
              "pair": "xcart-acumatica", "mode": "live", "from": "2026-01-31T00:00:00+01:00", "timeZone": "Europe/Berlin", "storefrontCode": "XC1",
              "storefront": { "connection": "xc1", "kind": "xcart", "url": "https://shop.example/", "settings": {}, "secrets": { "key": "xc1-key" } },
              "erp": { "connection": "acu", "kind": "acumatica", "url": "https://erp.example/Site/", "callsPerMinute": 90, "concurrentCalls": 2, "deadline": "PT60S",
                       "settings": { "tenant": "Company" }, "secrets": { "password": "acu-password" } },
              "importRule": { "paymentStatuses": [ "paid" ] },
              "roundingLimit": 0.05,
              "lookups": { "ship-via": { "Courier": "GROUND" } },
              "documents": {},
              "sweeps": { "every": "PT5S", "overlap": "PT2M" },
              "snapshotDays": 14
            }
            """)!.AsObject();
        change?.Invoke(json);
        return json.ToJsonString();
    }
}
