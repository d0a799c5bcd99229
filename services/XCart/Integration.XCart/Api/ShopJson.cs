using System.Text.Encodings.Web;
using System.Text.Json;

namespace Integration.XCart.Api;

/// <summary>How the shop's JSON is read and written: PHP's numbers as decimals, unknown fields ignored.</summary>
internal static class ShopJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            PropertyNameCaseInsensitive = false,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        options.Converters.Add(new PhpText());
        options.Converters.Add(new PhpFlag());
        options.Converters.Add(new PhpMoment());
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
