using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Integration.Sandbox.Dynamics.Dataverse.Calls;

/// <summary>Writes an answer as a part of a batch's answer.</summary>
internal static class BatchText
{
    internal static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(ApiAnswer answer, string? contentId)
    {
        var text = new StringBuilder("Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n");
        if (contentId is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $"Content-ID: {contentId}\r\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\r\nHTTP/1.1 {answer.Status} {ReasonPhrases.GetReasonPhrase(answer.Status)}\r\nOData-Version: 4.0\r\n");
        foreach (var (name, value) in answer.Headers)
        {
            text.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        if (answer.Body is { } body)
        {
            text.Append("Content-Type: application/json; odata.metadata=minimal\r\n\r\n").Append(body.ToJsonString(Json));
        }
        else
        {
            text.Append("\r\n");
        }

        return text.Append("\r\n").ToString();
    }
}
