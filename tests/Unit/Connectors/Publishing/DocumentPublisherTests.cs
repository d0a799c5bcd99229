using System.Text.Json.Nodes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Connectors.Publishing;
using Integration.Mapping.Documents;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;

namespace Integration.Tests.Unit.Connectors.Publishing;

public sealed class DocumentPublisherTests : IDisposable
{
    private static readonly MappingPort Products = new(
        "products.toStore", new PathSchema("canonical.product", new Dictionary<string, SchemaType> { ["sku"] = SchemaType.Text }),
        new PathSchema("Product", new Dictionary<string, SchemaType> { ["sku"] = SchemaType.Text, ["name"] = SchemaType.Text }), ProductMapping(1));

    private readonly PairFolder _folder = new();
    private readonly DocumentPublisher _publisher = new(TimeProvider.System);
    private readonly IReadOnlyList<MappingPort> _orders = [PairMappings.OfOrders(new PlainOrders()), Products];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_published_mapping_counts_and_is_kept_with_who_when_and_hash()
    {
        var text = PlainOrders.Mapping(2);

        var version = Published(Publish(text, note: "numbers instead of references"));

        Assert.Equal(text, Live().Text);
        Assert.Equal((2, "ada", "numbers instead of references", PublishAction.Published), (version.Version, version.By, version.Note, version.Action));
        var kept = Assert.Single(History().Versions);
        Assert.Equal(version, kept);
        Assert.Equal(text, History().TextOf(kept));
        Assert.InRange(kept.At, TimeProvider.System.GetUtcNow().AddMinutes(-5), TimeProvider.System.GetUtcNow());
    }

    [Theory]
    [InlineData(1, "Version 1 counts already, with another text")]
    [InlineData(0, "'version' must be")]
    public void A_version_that_is_not_above_the_one_that_counts_is_refused(int version, string words)
    {
        var reasons = Refused(Publish(PlainOrders.Mapping(version, "reference")));

        Assert.Contains(words, string.Join('\n', reasons), StringComparison.Ordinal);
        Assert.Equal(DocumentSource.Shipped, Live().Source);
        Assert.Empty(History().Versions);
    }

    [Fact]
    public void A_lower_version_than_the_published_one_is_refused()
    {
        Published(Publish(PlainOrders.Mapping(5)));

        Assert.Contains("Raise \"version\" to 6", Refused(Publish(PlainOrders.Mapping(4))).Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_text_again_changes_nothing()
    {
        Published(Publish(PlainOrders.Mapping(2)));

        Assert.Equal(2, Assert.IsType<PublishOutcome.Unchanged>(Publish(PlainOrders.Mapping(2))).Version);
        Assert.Single(History().Versions);
    }

    [Fact]
    public void A_path_that_the_source_or_the_target_does_not_have_is_named_and_nothing_is_published()
    {
        var reasons = string.Join('\n', Refused(Publish(PlainOrders.Mapping(2, "nummber", """, { "to": "Citty", "value": "x" }"""))));

        Assert.Contains("'nummber'", reasons, StringComparison.Ordinal);
        Assert.Contains("'Citty'", reasons, StringComparison.Ordinal);
        Assert.Equal(DocumentSource.Shipped, Live().Source);
    }

    [Fact]
    public void The_customer_id_that_the_lane_adds_may_be_read() =>
        Assert.Empty(DocumentChecks.Check(_folder.Pair, DocumentNames.OrdersToErp, PlainOrders.Mapping(2, "customer.erpId"), _orders).Errors);

    [Fact]
    public void A_mapping_of_another_lane_is_checked_published_and_rolled_back_by_its_name()
    {
        Published(_publisher.Publish(_folder.Pair, "products.toStore", ProductMapping(2, "product"), _orders, "ada"));
        Published(_publisher.Publish(_folder.Pair, "products.toStore", ProductMapping(3, more: """, { "to": "name", "value": "x" }"""), _orders, "ada"));
        var version = Published(_publisher.Rollback(_folder.Pair, "products.toStore", null, _orders, "bob"));

        Assert.Equal(ProductMapping(4, "product"), PairDocuments.Live(_folder.Pair, "products.toStore", null)!.Text);
        Assert.Equal((4, "products.toStore"), (version.Version, version.Document));
        Assert.Equal(["products.toStore"], DocumentHistory.NamesOf(_folder.Pair));
        Assert.Contains("products.toStore", DocumentNames.Of(_folder.Pair, _orders));
    }

    [Theory]
    [InlineData("\"source\": \"canonical.product\"", "\"source\": \"order\"", "write \"product\"")]
    [InlineData("\"lane\": \"products\"", "\"lane\": \"orders\"", "write \"products\"")]
    [InlineData("toStorefront", "toErp", "write \"toStorefront\"")]
    [InlineData("\"from\": \"sku\"", "\"from\": \"skew\"", "'skew'")]
    public void A_mapping_of_another_lane_that_does_not_fit_is_refused(string right, string wrong, string words)
    {
        var text = ProductMapping(2).Replace(right, wrong, StringComparison.Ordinal);

        Assert.Contains(words, string.Join(' ', DocumentChecks.Check(_folder.Pair, "products.toStore", text, _orders).Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void A_lookup_that_the_pair_does_not_have_is_a_warning()
    {
        var findings = DocumentChecks.Check(_folder.Pair, DocumentNames.OrdersToErp, PlainOrders.Mapping(2, more: """, { "to": "Ship", "from": "currency", "lookup": "ships" }"""), _orders);

        Assert.Empty(findings.Errors);
        Assert.Contains("'ships'", Assert.Single(findings.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_roll_back_brings_the_former_text_under_a_new_version()
    {
        Published(Publish(PlainOrders.Mapping(2)));
        Published(Publish(PlainOrders.Mapping(3, "reference")));

        var version = Published(_publisher.Rollback(_folder.Pair, DocumentNames.OrdersToErp, null, _orders, "bob"));

        Assert.Equal((4, PublishAction.RolledBack, "bob"), (version.Version, version.Action, version.By));
        Assert.Equal(PlainOrders.Mapping(4), Live().Text);
        Assert.Equal([2, 3, 4], History().Versions.Select(one => one.Version));
    }

    [Fact]
    public void A_roll_back_to_what_was_never_published_is_refused() =>
        Assert.Contains("Nothing was ever published", Refused(_publisher.Rollback(_folder.Pair, DocumentNames.OrdersToErp, null, _orders, "bob")).Single(), StringComparison.Ordinal);

    [Fact]
    public void A_lookup_written_in_the_pair_file_moves_into_its_own_file_and_can_be_rolled_back()
    {
        Published(Publish("""{ "Courier": "GROUND", "Drone": "AIR" }""", "lookups.ship"));
        Assert.Equal("AIR", _folder.Pair.Lookups["ship"]!["Drone"]!.GetValue<string>());

        Published(_publisher.Rollback(_folder.Pair, "lookups.ship", null, _orders, "bob"));

        Assert.Null(_folder.Pair.Lookups["ship"]!["Drone"]);
        Assert.Equal("GROUND", _folder.Pair.Lookups["ship"]!["Courier"]!.GetValue<string>());
        Assert.Equal([PublishAction.Found, PublishAction.Published, PublishAction.RolledBack], DocumentHistory.Of(_folder.Pair, "lookups.ship").Versions.Select(one => one.Action));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{ "a": { "b": 1 } }""")]
    [InlineData("{ nonsense")]
    [InlineData("""{ "a": "x", "a": "y" }""")]
    public void A_lookup_that_cannot_be_read_is_refused(string text)
    {
        Assert.NotEmpty(Refused(Publish(text, "lookups.ship")));
        Assert.Equal("GROUND", _folder.Pair.Lookups["ship"]!["Courier"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("orders.unknown")]
    [InlineData("lookups.../../../etc/x")]
    [InlineData("lookups.a/b")]
    public void A_name_that_is_no_document_is_refused_and_writes_no_file(string name)
    {
        Assert.NotEmpty(Refused(Publish("""{ "a": "b" }""", name)));
        Assert.NotEmpty(Refused(_publisher.Rollback(_folder.Pair, name, null, _orders, "ada")));
        Assert.Equal([_folder.PairFile], Directory.GetFiles(_folder.Root, "*.json", SearchOption.AllDirectories));
    }

    [Fact]
    public void What_was_changed_by_hand_is_kept_before_the_next_one_is_published()
    {
        Published(Publish(PlainOrders.Mapping(2)));
        File.WriteAllText(Live().File!, PlainOrders.Mapping(3, "reference"));

        Published(Publish(PlainOrders.Mapping(4)));

        Assert.Equal([(2, PublishAction.Published), (3, PublishAction.Found), (4, PublishAction.Published)], History().Versions.Select(one => (one.Version, one.Action)));
    }

    [Fact]
    public void A_publisher_that_finds_another_one_at_work_changes_nothing()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder.Root, "history", "shop-erp")).FullName;
        using var other = new FileStream(Path.Combine(folder, ".publishing"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

        Assert.Contains("somebody else may be publishing", Refused(Publish(PlainOrders.Mapping(2)))[^1], StringComparison.Ordinal);
        Assert.Equal(DocumentSource.Shipped, Live().Source);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_told_in_plain_words()
    {
        // A file stands where the history would be, which even the superuser cannot write into.
        File.WriteAllText(Path.Combine(_folder.Root, "history"), "");

        var reasons = Refused(Publish(PlainOrders.Mapping(2)));

        Assert.Contains("cannot be written", reasons[0], StringComparison.Ordinal);
        Assert.Contains("ConfigMap", reasons[1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_services_see_what_was_published_and_not_the_history()
    {
        var catalog = new PairCatalog(Options.Create(new PairsOptions { Folder = _folder.Root }), NullLogger<PairCatalog>.Instance);
        Published(Publish("""{ "Drone": "AIR" }""", "lookups.ship"));

        Assert.True(catalog.Refresh());
        Assert.Equal("AIR", catalog.Find("shop-erp")!.Lookups["ship"]!["Drone"]!.GetValue<string>());
        File.WriteAllText(Path.Combine(_folder.Root, "history", "shop-erp", "note.json"), "{}");
        Assert.False(catalog.Refresh());
    }

    [Fact]
    public void A_document_that_the_pair_file_names_is_published_into_that_file()
    {
        using var folder = new PairFolder(pair => pair["documents"] = new JsonObject { ["orders.flow"] = "rules/flow.json" });
        Directory.CreateDirectory(Path.Combine(folder.Root, "rules"));
        File.WriteAllText(Path.Combine(folder.Root, "rules", "flow.json"), Flow(1));
        var before = File.ReadAllText(folder.PairFile);

        Published(_publisher.Publish(folder.Pair, DocumentNames.OrdersFlow, Flow(2), _orders, "ada"));

        Assert.Equal(Flow(2), File.ReadAllText(Path.Combine(folder.Root, "rules", "flow.json")));
        Assert.Equal(before, File.ReadAllText(folder.PairFile));
        Assert.Equal([1, 2], DocumentHistory.Of(folder.Pair, DocumentNames.OrdersFlow).Versions.Select(one => one.Version));
    }

    private static string Flow(int version) => $$"""{ "id": "flow", "version": {{version}}, "lane": "orders", "rules": [] }""";

    private static DocumentVersion Published(PublishOutcome outcome) => Assert.IsType<PublishOutcome.Published>(outcome).Version;

    private static IReadOnlyList<string> Refused(PublishOutcome outcome) => Assert.IsType<PublishOutcome.Refused>(outcome).Reasons;

    private static string ProductMapping(int version, string source = "canonical.product", string more = "") => $$"""
        {
          "id": "plain.products", "version": {{version}}, "lane": "products", "direction": "toStorefront", "source": "{{source}}", "target": "Product",
          "rules": [ { "to": "sku", "from": "sku" }{{more}} ]
        }
        """;

    private PublishOutcome Publish(string text, string name = DocumentNames.OrdersToErp, string note = "") => _publisher.Publish(_folder.Pair, name, text, _orders, "ada", note);

    private LiveDocument Live() => PairDocuments.Live(_folder.Pair, DocumentNames.OrdersToErp, PlainOrders.Shipped)!;

    private DocumentHistory History() => DocumentHistory.Of(_folder.Pair, DocumentNames.OrdersToErp);
}
