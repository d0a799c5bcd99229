using System.Text.Json.Nodes;
using Integration.Connectors.Connections;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Tests.Servers;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Integration.Tests.Compliance.Connectors.Support;

/// <summary>A folder with the pair <c>shop-erp</c>, and its connections.</summary>
internal sealed class PairFolder : IDisposable
{
    private readonly string _folder = TestSettings.NewFolder("pairs");
    private int _version;

    public PairFolder(string mode = "live") => Write(mode);

    public string Path => _folder;

    public PairCatalog Catalog { get => field ??= new PairCatalog(Options.Create(new PairsOptions { Folder = _folder }), NullLogger<PairCatalog>.Instance); private set; }

    public PairDefinition Pair => Catalog.Find("shop-erp")!;

    public void Write(string mode = "live", Action<JsonObject>? change = null)
    {
        var json = JsonNode.Parse($$"""
            {
              "pair": "shop-erp", "mode": "{{mode}}", "from": "2026-03-01T00:00:00Z", "timeZone": "Europe/Berlin", "storefrontCode": "XC1",
              "storefront": { "connection": "shop", "kind": "fake-shop", "url": "http://localhost:1/", "secrets": { "hints": "shop-hints" } },
              "erp": { "connection": "erp", "kind": "fake-erp", "url": "http://localhost:2/", "secrets": { "push": "erp-push" } },
              "lookups": { "fulfilment-status": { "processing": "P", "shipped": "S" } },
              "roundingLimit": 0.02
            }
            """)!.AsObject();
        change?.Invoke(json);
        // The length changes each time, so that a catalogue that looks at stamps sees it within one tick of the clock.
        File.WriteAllText(System.IO.Path.Combine(_folder, "shop-erp.json"), json.ToJsonString() + new string('\n', ++_version));
        Catalog.Refresh();
    }

    public Connected Connect(IConnector connector) =>
        new(connector is IStorefront ? Pair.Storefront : Pair.Erp, connector, new ConnectionGate(TimeProvider.System), Catalog);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
