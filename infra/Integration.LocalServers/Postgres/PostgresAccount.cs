using Integration.LocalServers.Installation;
using Integration.LocalServers.Processes;

namespace Integration.LocalServers.Postgres;

/// <summary>
/// The operating-system account that PostgreSQL runs under. The server refuses to run as root, so root lends it
/// to another account; everyone else runs it as themselves.
/// </summary>
internal sealed class PostgresAccount
{
    private readonly string? _name;

    private PostgresAccount(string? name) => _name = name;

    public static async Task<PostgresAccount> ChooseAsync(CancellationToken cancellationToken)
    {
        if (!Environment.IsPrivilegedProcess)
            return new PostgresAccount(null);
        var known = await Command.RunAsync(new Command("id", ["-u", "postgres"]), cancellationToken).ConfigureAwait(false);
        return new PostgresAccount(known.Succeeded ? "postgres" : "nobody");
    }

    /// <summary>The words that start a program under this account.</summary>
    public IReadOnlyList<string> Starting(string program, params IReadOnlyList<string> arguments) => _name is null
        ? [program, .. arguments]
        : [ProgramSearch.OnPath("runuser") ?? throw new ServerFailedException("runuser is missing: PostgreSQL refuses to run as root. Run as another user."), "-u", _name, "--", program, .. arguments];

    /// <summary>Gives a file or folder, with all in it, to the account.</summary>
    public async Task OwnAsync(string path, CancellationToken cancellationToken)
    {
        if (_name is null)
            return;
        var owned = await Command.RunAsync(new Command("chown", ["-R", _name, path]), cancellationToken).ConfigureAwait(false);
        if (!owned.Succeeded)
            throw new ServerFailedException($"{path} could not be given to {_name}: {owned.Error.Trim()}");
    }

    /// <summary>Whether the account can enter and write the folder; root's own folders shut it out.</summary>
    public async Task<bool> CanUseAsync(string folder, CancellationToken cancellationToken)
    {
        if (_name is null)
            return true;
        var words = Starting("test", "-w", folder, "-a", "-x", folder);
        var test = await Command.RunAsync(new Command(words[0], [.. words.Skip(1)]), cancellationToken).ConfigureAwait(false);
        return test.Succeeded;
    }
}
