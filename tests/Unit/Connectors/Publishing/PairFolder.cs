using System.Text.Json.Nodes;
using Integration.Connectors.Pairs;
using Integration.Tests.Servers;

namespace Integration.Tests.Unit.Connectors.Publishing;

/// <summary>A folder with one pair file.</summary>
internal sealed class PairFolder : IDisposable
{
    private readonly string _folder = TestSettings.NewFolder("publishing");

    public PairFolder(Action<JsonObject>? edit = null)
    {
        var pair = JsonNode.Parse("""
            {
              "pair": "shop-erp", "mode": "live", "from": "2026-01-01T00:00:00Z", "timeZone": "Europe/Berlin", "storefrontCode": "XC1",
              "storefront": { "connection": "shop", "kind": "xcart", "url": "https://shop.example/", "secrets": { "key": "k" } },
              "erp": { "connection": "erp", "kind": "acumatica", "url": "https://erp.example/" },
              "lookups": { "ship": { "Courier": "GROUND" } }
            }
            """)!.AsObject();
        edit?.Invoke(pair);
        File.WriteAllText(PairFile, pair.ToJsonString());
    }

    public string PairFile => Path.Combine(_folder, "shop-erp.json");

    public string Root => _folder;

    /// <summary>The pair as its file stands now.</summary>
    public PairDefinition Pair => global::Integration.Connectors.Pairs.PairFile.Read(PairFile);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
