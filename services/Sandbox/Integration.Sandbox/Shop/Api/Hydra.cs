using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Api;

/// <summary>JSON-LD with the Hydra vocabulary, as far as a client can use it.</summary>
internal static class Hydra
{
    public static JsonObject Of(ApiRoute route, ApiCall call, ApiAnswer answer, string queryString) => answer.Body switch
    {
        JsonArray members => Collection(route, call, answer, members, queryString),
        JsonObject item => Item(
            route, answer.Status == 201 ? $"{call.Path}/{item.Text("id")}" : call.Path, item, Context(route)),
        _ => throw new InvalidOperationException("An answer is an object or a list."),
    };

    public static JsonObject Error(string title, string description) => new()
    {
        ["@context"] = "/api/contexts/Error",
        ["@type"] = "hydra:Error",
        ["hydra:title"] = title,
        ["hydra:description"] = description,
    };

    private static string Context(ApiRoute route) => $"/api/contexts/{route.Resource}";

    private static JsonObject Item(ApiRoute route, string path, JsonObject item, string? context)
    {
        var view = new JsonObject();
        if (context is not null)
        {
            view["@context"] = context;
        }

        view["@id"] = path;
        view["@type"] = route.Resource;
        foreach (var (name, value) in item)
        {
            view[name] = value?.DeepClone();
        }

        return view;
    }

    private static JsonObject Collection(ApiRoute route, ApiCall call, ApiAnswer answer, JsonArray members, string queryString)
    {
        var view = new JsonObject
        {
            ["@context"] = Context(route),
            ["@id"] = call.Path,
            ["@type"] = "hydra:Collection",
            ["hydra:member"] = new JsonArray([.. members.Select(member =>
                Item(route, $"{call.Path}/{member!.AsObject().Text("id")}", member.AsObject(), context: null))]),
            ["hydra:totalItems"] = answer.Total,
        };
        if (answer.Page is { Whole: false, Size: > 0 } page)
        {
            var last = Math.Max(1, (answer.Total + page.Size - 1) / page.Size);
            var links = new JsonObject { ["@id"] = Link(page.Number), ["@type"] = "hydra:PartialCollectionView" };
            if (last > 1)
            {
                links["hydra:first"] = Link(1);
                links["hydra:last"] = Link(last);
                if (page.Number > 1)
                {
                    links["hydra:previous"] = Link(page.Number - 1);
                }

                if (page.Number < last)
                {
                    links["hydra:next"] = Link(page.Number + 1);
                }
            }

            view["hydra:view"] = links;
        }

        return view;

        string Link(int number) => string.Create(CultureInfo.InvariantCulture, $"{call.Path}?{Others()}page={number}");

        string Others() => string.Concat(queryString.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(parameter => !parameter.StartsWith("page=", StringComparison.Ordinal)).Select(parameter => parameter + "&"));
    }
}
