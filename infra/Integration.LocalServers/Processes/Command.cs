using System.Diagnostics;

namespace Integration.LocalServers.Processes;

/// <summary>A program that runs to its end, with what it is given.</summary>
internal sealed record Command(string Program, IReadOnlyList<string> Arguments)
{
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    public string Input { get; init; } = "";

    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Runs the program and collects what it says. A program that cannot be started is a <see cref="ServerFailedException"/>.</summary>
    public static async Task<CommandResult> RunAsync(Command command, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(command.Program, command.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // A folder that any account may enter: the program may run as another user.
            WorkingDirectory = "/",
        };
        CleanEnvironment.Apply(start, command.Environment);

        using var process = StartOrExplain(start);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(command.Deadline);
        try
        {
            await process.StandardInput.WriteAsync(command.Input.AsMemory(), deadline.Token).ConfigureAwait(false);
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(deadline.Token);
            var error = process.StandardError.ReadToEndAsync(deadline.Token);
            await process.WaitForExitAsync(deadline.Token).ConfigureAwait(false);
            return new CommandResult(process.ExitCode, await output.ConfigureAwait(false), await error.ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            throw new ServerFailedException($"{command.Program} did not finish within {command.Deadline.TotalSeconds:0} seconds.");
        }
    }

    private static Process StartOrExplain(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw new ServerFailedException($"{start.FileName} did not start.");
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new ServerFailedException($"{start.FileName} could not be started: {error.Message}", error);
        }
    }
}
