namespace Integration.Run.Stack;

/// <summary>Starts stacks and waits until they are ready.</summary>
internal static class Stacks
{
    private static readonly TimeSpan ReadyDeadline = TimeSpan.FromSeconds(120);

    /// <param name="options">What to start.</param>
    /// <param name="extra">Further environment of separate services, such as crash points in tests.</param>
    /// <param name="say">Progress for people.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<IRunningStack> StartAsync(StackOptions options, IReadOnlyDictionary<string, string> extra, Action<string> say, CancellationToken ct)
    {
        if (options.Problem() is { } problem) throw new StackException(problem);
        var folders = new StackFolders(options);
        var backing = await Backing.StartAsync(options, folders, say, ct);
        say(options.Separate ? "Starting every service as its own process …" : "Starting all services in this process …");
        IRunningStack stack = options.Separate
            ? await SeparateStack.StartAsync(options, folders, backing, extra, say, ct)
            : await EmbeddedStack.StartAsync(options, folders, backing, ct);
        await WaitUntilReadyAsync(stack, ct);
        await SandboxHints.SetAsync(stack.State, options.Erp, ct);
        return stack;
    }

    private static async Task WaitUntilReadyAsync(IRunningStack stack, CancellationToken ct)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(ReadyDeadline);
        foreach (var url in new[] { stack.State.Console, stack.State.Gateway, stack.State.Adapter }.Distinct())
        {
            while (!await IsReadyAsync(http, url, deadline.Token)) await Task.Delay(TimeSpan.FromMilliseconds(150), deadline.Token);
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient http, Uri url, CancellationToken ct)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(url, "health/ready"), ct);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            return false;
        }
    }
}
