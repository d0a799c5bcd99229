using System.Globalization;
using System.Text;

namespace Integration.Tests.Unit.Dynamics;

/// <summary>What the server answers.</summary>
internal sealed record FinanceReply(int Status, string Body, string ContentType = "application/json", Dictionary<string, string>? Headers = null)
{
    /// <summary>A list of records of the legal entity usmf, each the inside of an object.</summary>
    public static FinanceReply List(params IEnumerable<string> rows) => new(200, $$"""{"value":[{{string.Join(',', rows.Select(Row))}}]}""");

    /// <summary>The same with another page after it.</summary>
    public static FinanceReply ListThen(string next, params IEnumerable<string> rows) => new(200, $$"""{"value":[{{string.Join(',', rows.Select(Row))}}],"@odata.nextLink":"{{next}}"}""");

    /// <summary>An OData error with the texts of F&amp;O inside.</summary>
    public static FinanceReply Error(int status, string inner) =>
        new(status, $$"""{"error":{"code":"","message":"An error has occurred.","innererror":{"message":{{System.Text.Json.JsonSerializer.Serialize(inner)}},"type":"Microsoft.Dynamics.Platform.Integration.Services.OData.ODataException"} } }""");

    /// <summary>The answer to a batch of one change set in which everything succeeded.</summary>
    public static FinanceReply ChangeSet(params IEnumerable<string> bodies)
    {
        var text = new StringBuilder("--batchresponse_1\r\nContent-Type: multipart/mixed; boundary=changesetresponse_1\r\n\r\n");
        foreach (var (index, body) in bodies.Index())
        {
            var status = body.Length == 0 ? "204 No Content" : "201 Created";
            text.Append(CultureInfo.InvariantCulture, $"--changesetresponse_1\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\nContent-ID: {index + 1}\r\n\r\nHTTP/1.1 {status}\r\nContent-Type: application/json\r\n\r\n{body}\r\n");
        }

        return new FinanceReply(200, text.Append("--changesetresponse_1--\r\n--batchresponse_1--\r\n").ToString(), "multipart/mixed; boundary=batchresponse_1");
    }

    /// <summary>The answer to a batch of one change set that was refused.</summary>
    public static FinanceReply Refused(int status, string inner, int? failedCall = null)
    {
        var id = failedCall is { } number ? $"Content-ID: {number.ToString(CultureInfo.InvariantCulture)}\r\n" : "";
        return new FinanceReply(
            200, $"--batchresponse_1\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n{id}\r\nHTTP/1.1 {status} Refused\r\nContent-Type: application/json\r\n\r\n{Error(status, inner).Body}\r\n--batchresponse_1--\r\n",
            "multipart/mixed; boundary=batchresponse_1");
    }

    private static string Row(string inside) => $$"""{"dataAreaId":"usmf",{{inside}}}""";
}
