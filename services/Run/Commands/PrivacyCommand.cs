using System.CommandLine;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integration.Run.Stack;

namespace Integration.Run.Commands;

/// <summary><c>./run privacy</c>: what is stored about a person, exported or erased. Asks the running services.</summary>
internal static class PrivacyCommand
{
    public static Command Build()
    {
        var stack = new StackArguments();
        var email = new Option<string>("--email") { Description = "the person's e-mail address", Required = true };
        var command = new Command("privacy", "Exports or erases what is stored about a person.");
        foreach (var (name, description) in new[] { ("export", "Prints what is stored about the person as JSON."), ("erase", "Erases it. Order numbers and amounts stay.") })
        {
            var action = new Command(name, description);
            action.Options.Add(email);
            stack.AddTo(action);
            action.SetAction((result, ct) => Guarded.RunAsync(() => RunAsync(stack.Read(result), name, result.GetValue(email)!, ct)));
            command.Subcommands.Add(action);
        }

        return command;
    }

    private static async Task<int> RunAsync(StackOptions options, string action, string email, CancellationToken ct)
    {
        var running = await StackState.RunningAsync(options.DataFolder, ct);
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("X-Operator", Environment.UserName);
        var answers = new JsonArray();
        foreach (var service in new[] { running.Gateway, running.Adapter }.Distinct())
        {
            using var answer = await http.PostAsJsonAsync(new Uri(service, $"internal/privacy/{action}"), new { email }, ct);
            answer.EnsureSuccessStatusCode();
            foreach (var record in await answer.Content.ReadFromJsonAsync<JsonArray>(ct) ?? []) answers.Add(record?.DeepClone());
        }

        WriteLine(answers.ToJsonString(new System.Text.Json.JsonSerializerOptions { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        return 0;
    }
}
