using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Integration.LocalServers.RabbitMq;

/// <summary>
/// RabbitMQ's management HTTP API (https://www.rabbitmq.com/docs/management, <c>/api/</c> of every broker that has the
/// plugin): virtual hosts, users, and a look at queues. Errors are <see cref="ServerFailedException"/> with the
/// broker's own reason.
/// </summary>
public sealed class RabbitMqManagement : IDisposable
{
    private readonly HttpClient _http;
    private readonly string _user;

    /// <summary>Connects lazily; nothing is sent yet.</summary>
    /// <param name="address">Address of the management interface, such as <c>http://127.0.0.1:15672/</c>.</param>
    /// <param name="user">A user with the tag <c>administrator</c>.</param>
    /// <param name="password">That user's password.</param>
    public RabbitMqManagement(Uri address, string user, string password)
    {
        Address = address;
        _user = user;
        _http = new HttpClient { BaseAddress = new Uri(address, "api/"), Timeout = TimeSpan.FromSeconds(15) };
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", credentials);
    }

    /// <summary>Address of the management interface, without credentials: also its web page.</summary>
    public Uri Address { get; }

    /// <summary>Creates a virtual host and gives this administrator every right in it; no error when it exists.</summary>
    public async Task CreateVirtualHostAsync(string name, CancellationToken cancellationToken)
    {
        await PutAsync($"vhosts/{Escape(name)}", new { }, cancellationToken).ConfigureAwait(false);
        await GrantAsync(_user, name, ".*", ".*", ".*", cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes a virtual host with all it holds, closing its connections; no error when it is not there.</summary>
    public Task DeleteVirtualHostAsync(string name, CancellationToken cancellationToken) =>
        DeleteAsync($"vhosts/{Escape(name)}", cancellationToken);

    /// <summary>
    /// Creates a user without administrative rights, or gives an existing one this password, and sets its permissions
    /// in one virtual host.
    /// </summary>
    /// <param name="name">User name.</param>
    /// <param name="password">Password.</param>
    /// <param name="virtualHost">The virtual host that the user may enter.</param>
    /// <param name="configure">Regular expression over the names of queues and exchanges it may declare and delete; empty means none.</param>
    /// <param name="write">The same for publishing to exchanges.</param>
    /// <param name="read">The same for reading queues.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public async Task CreateUserAsync(
        string name, string password, string virtualHost, string configure, string write, string read, CancellationToken cancellationToken)
    {
        await PutAsync($"users/{Escape(name)}", new { password, tags = "" }, cancellationToken).ConfigureAwait(false);
        await GrantAsync(name, virtualHost, configure, write, read, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes a user; no error when there is none.</summary>
    public Task DeleteUserAsync(string name, CancellationToken cancellationToken) => DeleteAsync($"users/{Escape(name)}", cancellationToken);

    /// <summary>All queues of a virtual host, by name.</summary>
    public async Task<IReadOnlyList<QueueState>> QueuesAsync(string virtualHost, CancellationToken cancellationToken)
    {
        var found = await GetAsync($"queues/{Escape(virtualHost)}", cancellationToken).ConfigureAwait(false);
        return [.. found.EnumerateArray().Select(ReadQueue).OrderBy(queue => queue.Name, StringComparer.Ordinal)];
    }

    /// <summary>Messages that clients published in a virtual host since the broker started; the broker counts every second.</summary>
    public async Task<long> PublishedAsync(string virtualHost, CancellationToken cancellationToken)
    {
        var found = await GetAsync($"vhosts/{Escape(virtualHost)}", cancellationToken).ConfigureAwait(false);
        return found.TryGetProperty("message_stats", out var counts) && counts.TryGetProperty("publish", out var published) ? published.GetInt64() : 0;
    }

    /// <summary>All bindings of a virtual host, those of the default exchange included.</summary>
    public async Task<IReadOnlyList<QueueBinding>> BindingsAsync(string virtualHost, CancellationToken cancellationToken)
    {
        var found = await GetAsync($"bindings/{Escape(virtualHost)}", cancellationToken).ConfigureAwait(false);
        return [.. found.EnumerateArray().Select(binding => new QueueBinding(
            Text(binding, "source"), Text(binding, "destination"), Text(binding, "destination_type"), Text(binding, "routing_key")))];
    }

    /// <summary>Closes every client connection of a virtual host, as a network fault would; returns how many.</summary>
    public async Task<int> CloseConnectionsAsync(string virtualHost, CancellationToken cancellationToken)
    {
        var open = await GetAsync($"vhosts/{Escape(virtualHost)}/connections", cancellationToken).ConfigureAwait(false);
        var names = open.EnumerateArray().Select(connection => Text(connection, "name")).ToList();
        foreach (var name in names)
            await DeleteAsync($"connections/{Escape(name)}", cancellationToken).ConfigureAwait(false);
        return names.Count;
    }

    /// <summary>Whether the interface answers this administrator.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await _http.GetAsync("whoami", cancellationToken).ConfigureAwait(false);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private Task GrantAsync(string user, string virtualHost, string configure, string write, string read, CancellationToken cancellationToken) =>
        PutAsync($"permissions/{Escape(virtualHost)}/{Escape(user)}", new { configure, write, read }, cancellationToken);

    private async Task PutAsync<T>(string path, T body, CancellationToken cancellationToken)
    {
        using var answer = await _http.PutAsJsonAsync(path, body, cancellationToken).ConfigureAwait(false);
        await RequireSuccessAsync(answer, cancellationToken).ConfigureAwait(false);
    }

    private async Task DeleteAsync(string path, CancellationToken cancellationToken)
    {
        using var answer = await _http.DeleteAsync(path, cancellationToken).ConfigureAwait(false);
        if (answer.StatusCode != HttpStatusCode.NotFound)
            await RequireSuccessAsync(answer, cancellationToken).ConfigureAwait(false);
    }

    private async Task<JsonElement> GetAsync(string path, CancellationToken cancellationToken)
    {
        using var answer = await _http.GetAsync(path, cancellationToken).ConfigureAwait(false);
        await RequireSuccessAsync(answer, cancellationToken).ConfigureAwait(false);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken).ConfigureAwait(false);
    }

    private static async Task RequireSuccessAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (answer.IsSuccessStatusCode)
            return;
        var reason = await answer.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        var request = answer.RequestMessage!;
        throw new ServerFailedException($"RabbitMQ management refused {request.Method} {request.RequestUri!.AbsolutePath}: {(int)answer.StatusCode} {reason}");
    }

    private static QueueState ReadQueue(JsonElement queue) => new(
        Text(queue, "name"),
        Text(queue, "type"),
        queue.GetProperty("durable").GetBoolean(),
        Count(queue, "messages_ready"),
        Count(queue, "messages_unacknowledged"),
        (int)Count(queue, "consumers"),
        queue.GetProperty("arguments").EnumerateObject().ToDictionary(argument => argument.Name, argument => argument.Value.Clone()));

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";

    /// <summary>A queue declared a moment ago has no counts yet.</summary>
    private static long Count(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt64() : 0;

    private static string Escape(string name) => Uri.EscapeDataString(name);
}
