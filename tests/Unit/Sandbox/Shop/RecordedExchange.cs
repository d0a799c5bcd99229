using System.Globalization;
using System.Text.Json.Nodes;

namespace Integration.Tests.Unit.Sandbox.Shop;

/// <summary>One request to the real X-Cart and its answer.</summary>
internal sealed record RecordedExchange(
    string Name,
    string Method,
    string Target,
    IReadOnlyDictionary<string, string> RequestHeaders,
    string RequestBody,
    int Status,
    IReadOnlyDictionary<string, string> Headers,
    string Body)
{
    public static string Folder(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, "tests", "Unit", "Data", name);
            if (Directory.Exists(data))
            {
                return data;
            }
        }

        throw new DirectoryNotFoundException($"tests/Unit/Data/{name} was not found above {AppContext.BaseDirectory}.");
    }

    /// <summary>All of them in the order in which they were recorded: later ones see what earlier ones wrote.</summary>
    public static IReadOnlyList<RecordedExchange> All() => Directory.GetFiles(Path.Combine(Folder("xcart"), "samples"), "*.request.txt")
        .Select(Read)
        .OrderBy(exchange => DateTimeOffset.Parse(
            exchange.Headers["Date"].Replace(" GMT", " +0000", StringComparison.Ordinal), CultureInfo.InvariantCulture))
        .ThenBy(exchange => exchange.Name, StringComparer.Ordinal)
        .ToList();

    public static JsonNode? Answer(string file) => JsonNode.Parse(Parts(file).Body);

    private static RecordedExchange Read(string file)
    {
        var request = Parts(file);
        var answer = Parts(file.Replace(".request.", ".response.", StringComparison.Ordinal));
        var line = request.Head[0].Split(' ', 2);
        return new RecordedExchange(
            Path.GetFileName(file).Replace(".request.txt", "", StringComparison.Ordinal),
            line[0],
            line[1],
            HeadersOf(request.Head),
            request.Body,
            int.Parse(answer.Head[0].Split(' ')[1], CultureInfo.InvariantCulture),
            HeadersOf(answer.Head),
            answer.Body);
    }

    private static (string[] Head, string Body) Parts(string file)
    {
        var parts = File.ReadAllText(file).Split("\n\n", 2);
        return (parts[0].TrimEnd().Split('\n'), parts.Length > 1 ? parts[1].Trim() : "");
    }

    private static Dictionary<string, string> HeadersOf(string[] head) => head.Skip(1)
        .Select(line => line.Split(": ", 2))
        .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
}
