using System.Text;
using System.Text.Json.Nodes;

namespace Integration.Sandbox.Dynamics.Finance.Calls;

/// <summary>The answer to a call below <c>/data/</c>.</summary>
internal sealed record DataAnswer(int Status, ReadOnlyMemory<byte> Body)
{
    public const string Json = "application/json; odata.metadata=minimal; odata.streaming=true";

    public string ContentType { get; init; } = Json;

    /// <summary>Address of the record that was made.</summary>
    public string? Location { get; init; }

    /// <summary>Version of the record.</summary>
    public string? ETag { get; init; }

    public static DataAnswer Of(int status, JsonObject? body) => new(status, body is null ? default : Encoding.UTF8.GetBytes(body.ToJsonString(Relaxed)));

    public static DataAnswer Of(FinanceFault fault, FinanceSettings settings) => Of(fault.Status == 0 ? settings.WriteFailureStatus : fault.Status, fault.Body);

    private static readonly System.Text.Json.JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
