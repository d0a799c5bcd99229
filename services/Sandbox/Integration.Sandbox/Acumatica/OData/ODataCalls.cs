using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Integration.Sandbox.Acumatica.Calls;
using Integration.Sandbox.Acumatica.Queries;
using Integration.Sandbox.Acumatica.Records;
using Integration.Sandbox.Acumatica.Schema;
using Integration.Sandbox.Acumatica.Sessions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Integration.Sandbox.Acumatica.OData;

/// <summary>
/// Generic inquiries over OData: v4 under <c>/t/{tenant}/api/odata/gi</c>, v3 under <c>/odata/{tenant}</c>. Read only,
/// in pages with a next link; neither <c>$expand</c> nor <c>$count</c>.
/// </summary>
internal sealed class ODataCalls(ErpOptions options, Tenant tenant, GenericInquiries inquiries, Access access, RequestLimiter limiter)
{
    private readonly ErpSettings _settings = options.Settings;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/t/{tenant}/api/odata/gi/{name}", context => AnswerAsync(context, isV4: true));
        routes.MapGet("/odata/{tenant}/{name}", context => AnswerAsync(context, isV4: false));
    }

    private Task AnswerAsync(HttpContext context, bool isV4) => CallPipeline.AnswerAsync(context, () => limiter.RunAsync(
        async () =>
        {
            await SignInAsync(context);
            var values = context.Request.RouteValues;
            if (!options.Tenant.Equals((string)values["tenant"]!, StringComparison.OrdinalIgnoreCase) || inquiries.Find((string)values["name"]!) is not { } inquiry)
            {
                throw ErpFault.NotFound("Resource not found for the segment.");
            }

            await CallPipeline.WriteAsync(context, StatusCodes.Status200OK, Page(context, inquiry, isV4));
        },
        context.RequestAborted));

    // Basic credentials sign in as an ordinary user, who takes no seat of the API; a token opens its API session.
    private async Task SignInAsync(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
        {
            await access.OfAsync(context);
            return;
        }

        var bytes = new byte[header.Length];
        var pair = Convert.TryFromBase64String(header["Basic ".Length..].Trim(), bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2) : [];
        if (pair.Length != 2 || !access.IsUser(pair[0].Split('@')[0], pair[1]))
        {
            throw ErpFault.Unauthorized();
        }
    }

    private JsonObject Page(HttpContext context, GenericInquiry inquiry, bool isV4)
    {
        var query = context.Request.Query;
        if (query.ContainsKey("$expand") || query.ContainsKey("$count") || query.ContainsKey("$inlinecount"))
        {
            throw new ErpFault(400, new JsonObject { ["message"] = "The query option is not supported for a generic inquiry." });
        }

        var rows = tenant.All(inquiry.Source).Select(record =>
        {
            var row = new Row(tenant.Endpoint, inquiry.Schema);
            inquiry.Fill(row, record);
            return row;
        });
        if (query["$filter"].ToString() is { Length: > 0 } text)
        {
            rows = rows.Where(Filter.Parse(text, tenant.Endpoint, inquiry.Schema, out _, isV4));
        }

        var (skip, top) = (Number(query, "$skip") ?? 0, Number(query, "$top"));
        var size = Math.Min(top ?? int.MaxValue, _settings.ODataPage);
        var page = Ordered(rows, query["$orderby"].ToString(), inquiry.Schema).Skip(skip).Take(size + 1).ToList();
        var columns = Columns(query["$select"].ToString(), inquiry.Schema);
        var prefix = isV4 ? "@odata." : "odata.";
        var body = new JsonObject
        {
            [isV4 ? "@odata.context" : "odata.metadata"] = $"{context.Request.Scheme}://{context.Request.Host}{context.Request.Path.Value![..context.Request.Path.Value!.LastIndexOf('/')]}/$metadata#{inquiry.Schema.Name}",
            ["value"] = new JsonArray([.. page.Take(size).Select(row => Write(row, columns))]),
        };
        if (page.Count > size && (top is null || top > size))
        {
            var rest = query.Where(option => option.Key is not ("$skip" or "$top")).Select(option => $"{option.Key}={Uri.EscapeDataString(option.Value.ToString())}")
                .Append($"$skip={skip + size}").Concat(top is { } left ? [$"$top={left - size}"] : []);
            body[$"{prefix}nextLink"] = $"{context.Request.Scheme}://{context.Request.Host}{context.Request.Path}?{string.Join('&', rest)}";
        }

        return body;
    }

    private JsonObject Write(Row row, IEnumerable<Field> columns)
    {
        var json = new JsonObject();
        foreach (var field in columns)
        {
            json[field.Name] = row.Values.GetValueOrDefault(field.Name) switch
            {
                decimal number when _settings.ODataDecimalsAsText => number.ToString(CultureInfo.InvariantCulture),
                decimal number => JsonValue.Create(number),
                DateTimeOffset instant => instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture),
                string text => JsonValue.Create(text),
                _ => null,
            };
        }

        return json;
    }

    private static IEnumerable<Row> Ordered(IEnumerable<Row> rows, string order, EntitySchema schema)
    {
        IOrderedEnumerable<Row>? ordered = null;
        foreach (var part in order.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var name = Column(words[0], schema).Name;
            object? By(Row row) => row.Values.GetValueOrDefault(name);
            var isDescending = words is [_, "desc"];
            ordered = (ordered, isDescending) switch
            {
                (null, false) => rows.OrderBy(By),
                (null, true) => rows.OrderByDescending(By),
                (_, false) => ordered.ThenBy(By),
                _ => ordered.ThenByDescending(By),
            };
        }

        return ordered ?? rows;
    }

    private static List<Field> Columns(string select, EntitySchema schema) =>
        select.Length == 0 ? [.. schema.Fields] : [.. select.Split(',', StringSplitOptions.TrimEntries).Select(name => Column(name, schema))];

    private static Field Column(string name, EntitySchema schema) =>
        schema.Find(name) ?? throw new ErpFault(400, new JsonObject { ["message"] = $"Could not find a property named '{name}' on type '{schema.Name}'." });

    private static int? Number(IQueryCollection query, string option) => query[option].ToString() is not { Length: > 0 } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count
        : throw new ErpFault(400, new JsonObject { ["message"] = $"Invalid value '{text}' for {option} query option found." });
}
