using Integration.Run.Commands;

return await RootCommands.Build().Parse(args).InvokeAsync();
