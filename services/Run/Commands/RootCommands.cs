using System.CommandLine;

namespace Integration.Run.Commands;

/// <summary>The command line behind <c>./run</c>.</summary>
internal static class RootCommands
{
    public static RootCommand Build()
    {
        var root = new RootCommand("Starts the integration platform with its sandboxes, and operates it.");
        ServeCommand.AddTo(root);
        root.Subcommands.Add(DemoCommand.Build());
        root.Subcommands.Add(BenchCommand.Build());
        root.Subcommands.Add(Bench.Backfill.BackfillServiceCommand.Build());
        root.Subcommands.Add(Bench.HintAccept.BareService.Build());
        root.Subcommands.Add(PairCommand.Build());
        root.Subcommands.Add(DocumentCommand.Build());
        root.Subcommands.Add(MapCommand.Build());
        root.Subcommands.Add(BackfillCommand.Build());
        root.Subcommands.Add(DoctorCommand.Build());
        root.Subcommands.Add(PrivacyCommand.Build());
        root.Subcommands.Add(ReconcileCommand.Build());
        return root;
    }
}
