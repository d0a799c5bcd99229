using System.Net;
using Integration.Sandbox.Dynamics.Dataverse.Control;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Dynamics.Dataverse;

public sealed class BatchTests
{
    private static string Part(string request, string? body = null, int? id = null) =>
        $"Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n{(id is null ? "" : $"Content-ID: {id}\r\n")}\r\n{request} HTTP/1.1\r\n{(body is null ? "" : "Content-Type: application/json\r\n")}\r\n{body}\r\n";

    private static string Multipart(string boundary, params string[] parts) => string.Concat(parts.Select(part => $"--{boundary}\r\n{part}")) + $"--{boundary}--\r\n";

    private static string Changes(params string[] parts) => $"Content-Type: multipart/mixed; boundary=changeset_1\r\n\r\n{Multipart("changeset_1", parts)}";

    private static Task<Answer> SendAsync(Org org, string? prefer, params string[] parts) => org.SendAsync(
        HttpMethod.Post, Org.Root + "$batch", Multipart("batch_1", parts), request => { if (prefer is not null) request.Headers.Add("Prefer", prefer); }, "multipart/mixed; boundary=batch_1");

    [Fact]
    public async Task Requests_are_answered_in_their_order()
    {
        await using var org = await Org.StartAsync();

        var answer = await SendAsync(
            org, null, Part($"POST {Org.Root}accounts", """{"name":"A"}"""), Part("GET accounts?$select=name&$filter=name%20eq%20'A'"), Part($"DELETE {Org.Root}accounts({Ids.Of("account", "RETIRED")})"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.StartsWith("multipart/mixed; boundary=batchresponse_", answer.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Equal(["HTTP/1.1 204 No Content", "HTTP/1.1 200 OK", "HTTP/1.1 204 No Content"], Statuses(answer));
        Assert.Contains("\"name\":\"A\"", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_error_ends_a_batch_unless_it_shall_go_on()
    {
        await using var org = await Org.StartAsync();
        string[] parts = [Part("GET nothing"), Part("GET accounts?$top=1")];

        Assert.Equal(["HTTP/1.1 404 Not Found"], Statuses(await SendAsync(org, null, parts)));
        Assert.Equal(["HTTP/1.1 404 Not Found", "HTTP/1.1 200 OK"], Statuses(await SendAsync(org, "odata.continue-on-error", parts)));
    }

    [Fact]
    public async Task A_change_set_is_whole_or_nothing()
    {
        await using var org = await Org.StartAsync();

        var answer = await SendAsync(org, null, Changes(Part($"POST {Org.Root}accounts", """{"name":"A"}""", 1), Part($"POST {Org.Root}accounts", """{"nme":"B"}""", 2)));

        Assert.Equal(["HTTP/1.1 400 Bad Request"], Statuses(answer));
        Assert.Contains("Content-ID: 2", answer.Text, StringComparison.Ordinal);
        Assert.Empty((await org.GetAsync("accounts?$filter=name eq 'A'")).Rows);
    }

    [Fact]
    public async Task Parts_of_a_change_set_refer_to_earlier_ones()
    {
        await using var org = await Org.StartAsync();

        var answer = await SendAsync(org, null, Changes(
            Part($"POST {Org.Root}contacts", """{"lastname":"Example"}""", 1), Part($"POST {Org.Root}accounts", """{"name":"A","primarycontactid@odata.bind":"$1"}""", 2),
            Part("PATCH $1", """{"firstname":"Ann"}""", 3)));

        Assert.Equal(["HTTP/1.1 204 No Content", "HTTP/1.1 204 No Content", "HTTP/1.1 204 No Content"], Statuses(answer));
        var account = Assert.Single((await org.GetAsync("accounts?$filter=name eq 'A'&$expand=primarycontactid($select=fullname)")).Rows)!;
        Assert.Equal("Ann Example", account["primarycontactid"]!.Text("fullname"));
    }

    [Fact]
    public async Task What_a_batch_changes_carries_the_tag_of_the_batch()
    {
        await using var org = await Org.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync(_ => 200);
        await org.ControlAsync("webhooks", new() { ["url"] = receiver.Url, ["entity"] = "account" });

        await org.SendAsync(
            HttpMethod.Post, $"{Org.Root}$batch?tag=xcart-bridge", Multipart("batch_1", Changes(Part("POST accounts", """{"name":"A"}""", 1))), type: "multipart/mixed; boundary=batch_1");

        Assert.Equal("xcart-bridge", (await receiver.NextAsync()).Body["SharedVariables"]![0]!.Text("value"));
    }

    [Fact]
    public async Task A_change_set_reads_nothing_and_a_batch_holds_no_batch()
    {
        await using var org = await Org.StartAsync();

        Assert.Equal(["HTTP/1.1 400 Bad Request"], Statuses(await SendAsync(org, null, Changes(Part("GET accounts", null, 1)))));
        Assert.Equal(["HTTP/1.1 400 Bad Request"], Statuses(await SendAsync(org, null, Part("POST $batch", "{}"))));
        Assert.Equal((415, "0x80048d19"), (await org.SendAsync(HttpMethod.Post, Org.Root + "$batch", "{}")).Error);
        Assert.Equal((400, "0x80040203"), (await SendAsync(org, null, [.. Enumerable.Repeat(Part("GET WhoAmI"), 1001)])).Error);
    }

    private static IEnumerable<string> Statuses(Answer answer) => answer.Text.Split("\r\n").Where(line => line.StartsWith("HTTP/1.1", StringComparison.Ordinal));
}
